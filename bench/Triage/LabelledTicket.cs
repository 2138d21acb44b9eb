using System.Globalization;
using HelpDesk.Adapters.EmbeddedTriage;

namespace HelpDesk.Bench.Triage;

/// <summary>One ticket with what is true of it, as somebody else judged it.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Intent">The right intent.</param>
/// <param name="Second">An intent that is acceptable, too; empty when there is none.</param>
/// <param name="IsMachine">A program wrote it.</param>
/// <param name="IsThirdParty">It asks for somebody else.</param>
/// <param name="IsAlreadyDone">It tells of work done.</param>
/// <param name="System">entra, device, none or other:NAME.</param>
internal sealed record LabelledTicket(
    string Id, string Title, string Text, string Language, string Intent, string Second, bool IsMachine, bool IsThirdParty, bool IsAlreadyDone, string System)
{
    private static readonly string[] Columns = ["id", "title", "text", "language", "intent", "second", "machine", "third_party", "already_done", "system"];

    /// <summary>True when another system than the directory and the devices is meant.</summary>
    public bool IsOfOtherSystem => System.StartsWith("other:", StringComparison.Ordinal);

    /// <summary>True for an answer that is right or acceptable.</summary>
    public bool Accepts(string intent) => intent == Intent || intent == Second;

    /// <summary>Reads a file of labelled tickets.</summary>
    /// <exception cref="MalformedFileException">A column is missing; the message names the file.</exception>
    public static IReadOnlyList<LabelledTicket> Read(string path)
    {
        var rows = CsvFile.Read(path);
        var header = rows[0].Fields.ToList();
        var places = Columns.Select(column => header.IndexOf(column)).ToArray();
        if (places.Contains(-1))
            throw new MalformedFileException(path, 1, string.Create(CultureInfo.InvariantCulture, $"The file must have the columns {string.Join(", ", Columns)}."));
        return [.. rows.Skip(1).Select(row => Ticket([.. places.Select(place => row.Fields[place])]))];
    }

    private static LabelledTicket Ticket(string[] fields) => new(
        fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6] == "yes", fields[7] == "yes", fields[8] == "yes", fields[9]);
}
