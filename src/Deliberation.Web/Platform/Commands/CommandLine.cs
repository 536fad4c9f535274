namespace Deliberation.Web.Platform.Commands;

/// <summary>What the service can do instead of serving: <c>dotnet run -- verify-ledger</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command named first, if it is one of ours, and sets the exit code.</summary>
    public static async Task<bool> RanCommandAsync(this WebApplication app, string[] args)
    {
        if (args is [] or [['-', ..], ..])
        {
            return false;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var command = scope
            .ServiceProvider.GetServices<ICommand>()
            .FirstOrDefault(known => known.Name == args.FirstOrDefault());
        if (command is null)
        {
            return false;
        }

        Environment.ExitCode = await command.RunAsync(args[1..], Console.Out);
        return true;
    }
}

/// <summary>One thing the service can do from the command line; registered by its feature.</summary>
internal interface ICommand
{
    /// <summary>What one types: lower case, with dashes.</summary>
    string Name { get; }

    /// <returns>0 when all is well.</returns>
    Task<int> RunAsync(string[] args, TextWriter output);
}
