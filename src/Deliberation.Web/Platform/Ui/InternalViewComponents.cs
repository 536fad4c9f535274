using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ViewComponents;

namespace Deliberation.Web.Platform.Ui;

/// <summary>Finds view components that are internal, as everything here is; the framework looks for public ones.</summary>
internal sealed class InternalViewComponents : IApplicationFeatureProvider<ViewComponentFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewComponentFeature feature)
    {
        var components = typeof(InternalViewComponents)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsAbstract: false, IsPublic: false } && type.IsAssignableTo(typeof(ViewComponent))
            );
        foreach (var component in components)
        {
            feature.ViewComponents.Add(component.GetTypeInfo());
        }
    }
}
