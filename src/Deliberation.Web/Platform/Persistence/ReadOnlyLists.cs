using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>Lists that only the verbs of their noun change: what is kept is the field of the same name.</summary>
internal static class ReadOnlyLists
{
    public static void Map(IMutableModel model)
    {
        foreach (var list in model.GetEntityTypes().SelectMany(type => type.GetDeclaredNavigations()))
        {
            if (list is { IsCollection: true, PropertyInfo: { CanWrite: false } property })
            {
                list.FieldInfo = FieldOf(property);
                list.SetPropertyAccessMode(PropertyAccessMode.Field);
            }
        }
    }

    // Without one, Entity Framework itself refuses a list that it would have to fill.
    private static FieldInfo? FieldOf(PropertyInfo property) =>
        property.DeclaringType?.GetField(
            char.ToLowerInvariant(property.Name[0]) + property.Name[1..],
            BindingFlags.Instance | BindingFlags.NonPublic
        );
}
