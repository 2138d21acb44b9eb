using System.Globalization;
using HelpDesk.Orchestrations.Audit;

namespace HelpDesk.Web.Audit;

/// <summary>Checks that entries follow each other without a gap and that each names the hash of the one before.</summary>
internal static class ChainLinks
{
    /// <summary>What is wrong; empty when nothing is.</summary>
    public static IEnumerable<string> FaultsOf(IReadOnlyList<AuditEntry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Sequence != i + 1)
                yield return string.Create(CultureInfo.InvariantCulture, $"Entry {i + 1} is missing or out of order: number {entries[i].Sequence} stands there.");
            else if (i > 0 && !string.Equals(entries[i].PreviousHash, entries[i - 1].Hash, StringComparison.Ordinal))
                yield return string.Create(CultureInfo.InvariantCulture, $"Entry {i + 1} does not follow from the one before: it names another hash.");
        }
    }
}
