using System.Globalization;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Names in a ticket the files that came with a message, so that a person knows of them. No file is opened, and none is copied into the ticket.</summary>
internal static class FileLines
{
    private const long Kilobyte = 1_024;

    private static readonly LocalizedText Attached = LocalizedText.Of("Attached there, not opened:", "Dort angehängt, nicht geöffnet:", "Adjunto allí, sin abrir:", "Joint là-bas, non ouvert :");

    /// <summary>The text with the files under it; the text itself when there are none.</summary>
    public static string Under(string text, IReadOnlyList<ChannelFile> files, string? language) => files.Count == 0
        ? text
        : $"{text}\n\n{Attached.In(language ?? "en")}\n{string.Join('\n', files.Take(ChannelFile.Most).Select(Line))}";

    private static string Line(ChannelFile file)
    {
        var name = DisplayText.Of(file.Name, "?");
        return $"- {(name.Length <= ChannelFile.LongestName ? name : name[..ChannelFile.LongestName])}{(file.Bytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Max(1, bytes / Kilobyte)} KB)") : "")}";
    }
}
