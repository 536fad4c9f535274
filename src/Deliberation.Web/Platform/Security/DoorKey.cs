using System.Security.Cryptography;
using System.Text;
using Deliberation.Web.Platform.Persistence;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Hashes what opens the door, under a key kept beside the data-protection keys and never in the database:
/// whoever steals the database cannot try short codes against it.
/// </summary>
internal sealed class DoorKey(DatabaseChoice choice)
{
    private const int Bytes = 32;

    private readonly Lazy<byte[]> key = new(() => ReadOrMake(Path.Combine(choice.DataFolder, "keys")));

    /// <summary>Sixty-four lower-case hexadecimal digits.</summary>
    public string Hash(string purpose, string value) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{purpose}:{value}"))
        );

    private static byte[] ReadOrMake(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "door.key");
        if (!File.Exists(path))
        {
            WriteOnce(path);
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>Two nodes may start together: whoever loses the race reads the winner's key.</summary>
    private static void WriteOnce(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(draft, RandomNumberGenerator.GetBytes(Bytes));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException)
        {
            File.Delete(draft);
        }
    }
}
