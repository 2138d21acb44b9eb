namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What became of some lines of the pasted list, in their order.</summary>
/// <param name="Lines">The lines.</param>
public sealed record BulkPart(IReadOnlyList<BulkLine> Lines)
{
    /// <summary>The key under which the first result of a part is kept.</summary>
    internal static string Key(string caseId, int part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{caseId}/part/{part}");
}
