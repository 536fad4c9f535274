using System.Globalization;
using System.Text;
using QRCoder;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>A QR code as the path of an SVG drawing: one square a module, quiet margin included.</summary>
internal sealed record QrDrawing(int Size, string Path)
{
    /// <summary>Level Q: a quarter of the drawing may be soiled or folded.</summary>
    public static QrDrawing Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrDrawing(code.ModuleMatrix.Count, path.ToString());
    }
}
