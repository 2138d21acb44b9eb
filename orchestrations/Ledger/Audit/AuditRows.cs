using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// Where the audit log keeps what. Everything is only ever added, so that the app's identity needs no more than read and add: an
/// entry, a head and a key marker go in together, and a second entry of the same sequence or key finds its row taken.
/// </summary>
internal static class AuditRows
{
    public const string EntriesFrom = "entry|", EntriesTo = "entry}";
    public const string HeadsFrom = "head|", HeadsTo = "head}";
    public const string KeysFrom = "key|", KeysTo = "key}";

    /// <summary>The partition that names every chain there is.</summary>
    public static string Index { get; } = Tenant.Partition("audit-index");

    public static string Chain(CaseId caseId) => Tenant.Partition($"chain|{caseId}");

    public static string Entry(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{EntriesFrom}{sequence:D19}");

    /// <summary>Counts down, so that the newest head is the first one of a range.</summary>
    public static string Head(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{HeadsFrom}{long.MaxValue - sequence:D19}");

    /// <summary>By hash, because a key may be longer than a row's name.</summary>
    public static string Key(string key) => KeysFrom + AuditHash.Of(key);

    public static string KeyMarker(long sequence) => CanonicalJson.Write(("sequence", sequence));

    /// <summary>The sequence in a <see cref="KeyMarker"/>; null for anything else.</summary>
    public static long? SequenceOf(string marker)
    {
        const string Before = """{"sequence":""";
        return marker.StartsWith(Before, StringComparison.Ordinal) && marker.EndsWith('}')
            && long.TryParse(marker.AsSpan(Before.Length, marker.Length - Before.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
    }

    /// <summary>The partition of all checkpoints, in their order.</summary>
    public static string Checkpoints { get; } = Tenant.Partition();

    public static string Checkpoint(long number) => string.Create(CultureInfo.InvariantCulture, $"{number:D19}");

    /// <summary>The number in a row of <see cref="Checkpoint"/>; 0 for a row that is none.</summary>
    public static long NumberOf(string row) => long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Pages of heads of one checkpoint; by its hash, because a take that failed half-way leaves pages behind.</summary>
    public static string Leaves(string checkpointHash) => Tenant.Partition($"leaves|{checkpointHash}");

    public static string LeavesPage(int page) => string.Create(CultureInfo.InvariantCulture, $"{page:D6}");
}
