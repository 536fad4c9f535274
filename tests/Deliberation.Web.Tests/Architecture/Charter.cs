using System.Reflection;
using Deliberation.Domain;

namespace Deliberation.Web.Tests.Architecture;

/// <summary>Every rule and every fact of the domain, found where they are declared.</summary>
internal static class Charter
{
    private static readonly Assembly Domain = typeof(Rule).Assembly;

    public static IEnumerable<(FieldInfo Field, Rule Rule)> Rules() =>
        from type in Domain.GetTypes()
        orderby type.FullName
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where field.FieldType == typeof(Rule)
        select (field, (Rule)field.GetValue(null)!);

    public static IEnumerable<Type> Events() =>
        Domain.GetTypes().Where(type => type.IsAssignableTo(typeof(DomainEvent)) && !type.IsAbstract);
}
