using Spectre.Console;

namespace HelpDesk.Local.Commands;

/// <summary>The console; written to a file or pipe it is as wide as its tables need, so that no cell is broken.</summary>
internal static class WideConsole
{
    private const int WidthOfFiles = 220;

    /// <summary>Makes it.</summary>
    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFiles;
        return console;
    }
}
