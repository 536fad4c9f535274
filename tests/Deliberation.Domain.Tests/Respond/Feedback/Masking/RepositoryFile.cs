namespace Deliberation.Domain.Tests.Respond.Feedback.Masking;

/// <summary>Finds a file of the repository from where the tests run.</summary>
internal static class RepositoryFile
{
    public static string Path(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "HealthSpace.sln")))
        {
            folder = folder.Parent;
        }
        Assert.NotNull(folder);
        return System.IO.Path.Combine(folder.FullName, relative);
    }
}
