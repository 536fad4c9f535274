using Microsoft.EntityFrameworkCore.Metadata;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>Rows that are added and never changed: saving a change of one fails.</summary>
internal static class WrittenOnce
{
    public static void Keep(IMutableEntityType type)
    {
        foreach (var property in type.GetProperties().Where(property => !property.IsPrimaryKey()))
        {
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}
