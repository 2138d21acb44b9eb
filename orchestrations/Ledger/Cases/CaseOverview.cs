using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// All cases that are open or changed lately, in a fixed number of records: what a page asks of "now" and "today" costs the same after
/// years. A projection of the case records, written after each; a step that a stop cut off is repeated and writes it then, and the
/// watchdog corrects what is left.
/// </summary>
public sealed class CaseOverview(IRecordStore store)
{
    /// <summary>
    /// How many records. Chosen because at 5,000 cases a day one holds some 80 lines (20 KB), two cases seldom meet in one, and 64 are
    /// read in one query.
    /// </summary>
    public const int Parts = 64;

    /// <summary>How long a closed case stays: longer than the day that figures are about, in every time zone of a clock.</summary>
    public static readonly TimeSpan Stays = TimeSpan.FromDays(2);

    private static readonly string Partition = Tenant.Partition("board");

    /// <summary>All lines, in no order.</summary>
    public async IAsyncEnumerable<(CaseId CaseId, CaseOverviewLine Line)> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Cases, Partition, null, null, cancellation))
        {
            foreach (var (caseId, line) in DurableJson.Read<CaseOverviewPart>(record.Json).Lines)
                yield return (new CaseId(caseId), line);
        }
    }

    /// <summary>Writes the line of a case, unless a newer one is there.</summary>
    internal Task WriteAsync(CaseRecord record, CancellationToken cancellation)
    {
        var line = CaseOverviewLine.Of(record);
        return store.UpdateAsync<CaseOverviewPart>(
            Tables.Cases, Partition, RowOf(record.CaseId),
            before =>
            {
                if (before?.Lines.GetValueOrDefault(record.CaseId) is { } known && (known.UpdatedAt > line.UpdatedAt || known.SaysTheSameAs(line)))
                    return before;
                var lines = new SortedDictionary<string, CaseOverviewLine>(StringComparer.Ordinal) { [record.CaseId] = line };
                foreach (var (caseId, other) in before?.Lines ?? new Dictionary<string, CaseOverviewLine>(StringComparer.Ordinal))
                {
                    if (caseId != record.CaseId && (other.IsOpen || line.UpdatedAt - other.UpdatedAt < Stays))
                        lines[caseId] = other;
                }

                return new CaseOverviewPart(lines);
            },
            cancellation);
    }

    private static string RowOf(CaseId caseId) =>
        (SHA256.HashData(Encoding.UTF8.GetBytes(caseId))[0] % Parts).ToString("D2", CultureInfo.InvariantCulture);
}
