using HelpDesk.Local.Starting;

namespace HelpDesk.Local.Commands;

/// <summary>Says why there is no start: plain lines, all at once.</summary>
internal static class RefusalText
{
    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(TextWriter writer, StartRefusedException refusal)
    {
        await writer.WriteLineAsync("HelpDesk did not start:");
        foreach (var reason in refusal.Reasons)
            await writer.WriteLineAsync($"  - {reason}");
        if (refusal.ExitCode == ExitCode.Settings)
            await writer.WriteLineAsync("docs/settings.md explains every setting.");
    }
}
