using System.Globalization;

namespace Deliberation.Bench;

/// <summary>What follows the command: <c>--name value</c>.</summary>
internal sealed class Options(string[] arguments)
{
    public int Int(string name, int otherwise) => (int)Number(name, otherwise);

    public string Text(string name, string otherwise)
    {
        var at = Array.IndexOf(arguments, $"--{name}");
        return at < 0 ? otherwise : arguments[at + 1];
    }

    public double Number(string name, double otherwise)
    {
        var at = Array.IndexOf(arguments, $"--{name}");
        return at < 0 ? otherwise : double.Parse(arguments[at + 1], CultureInfo.InvariantCulture);
    }
}
