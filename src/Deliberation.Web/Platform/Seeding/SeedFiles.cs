using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Reads the files of <c>seed/</c>, which stand beside the program.</summary>
internal static class SeedFiles
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithTypeConverter(new DateOnlyConverter(formats: ["yyyy-MM-dd"]))
        .IgnoreUnmatchedProperties()
        .Build();

    /// <param name="path">From <c>seed/</c>: <c>reference/bodies.yaml</c>.</param>
    public static T Read<T>(string path)
    {
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "seed", path));
        return Yaml.Deserialize<T>(text);
    }
}
