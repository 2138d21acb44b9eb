using HelpDesk.Orchestrations.Foundation;

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
