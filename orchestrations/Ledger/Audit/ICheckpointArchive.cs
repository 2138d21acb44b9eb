using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Keeps a copy of each checkpoint where nobody can change or delete it, not even this program.</summary>
public interface ICheckpointArchive
{
    /// <summary>Which archive it is; another one gets all copies anew. Its address, say.</summary>
    string Name { get; }

    /// <summary>Adds the copy of a checkpoint. Repeating it changes nothing.</summary>
    /// <param name="number">The checkpoint, from 1.</param>
    /// <param name="copy">The copy, as <see cref="CheckpointCopy"/> writes it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True when it is kept now, or was before; false when something else is kept under that number.</returns>
    /// <exception cref="VendorException">The archive cannot be reached, or refuses.</exception>
    Task<bool> AddAsync(long number, string copy, CancellationToken cancellation);
}

/// <summary>A checkpoint outside of the store: its line, then its pages, each ended by LF, as in an export.</summary>
public static class CheckpointCopy
{
    /// <summary>Name of the copy in an archive; begins with the tenant, and sorts by number.</summary>
    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Tenant.Default}/{number:D19}.jsonl");

    /// <summary>Its text; the same for the same checkpoint, always.</summary>
    public static string Of(AuditCheckpointText checkpoint) => string.Concat(checkpoint.Pages.Prepend(checkpoint.Text).Select(static line => $"{line}\n"));
}
