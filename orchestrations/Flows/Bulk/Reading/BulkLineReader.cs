using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>Chooses how the lines of a run are read: as people and devices of a runbook, or as targets of the run that is undone.</summary>
public sealed class BulkLineReader(BulkReader reader, BulkUndoReader undos, ApprovedLists approved, RunbookLibrary library, BulkPolicy policy)
{
    /// <summary>What reads one line of a run.</summary>
    /// <exception cref="VendorException">The directory or the store cannot be reached, or the person who started the run is gone.</exception>
    public async Task<Func<string, Task<BulkLine>>> OfAsync(BulkRun run, CancellationToken cancellation)
    {
        var starter = await policy.PersonAsync(run.Started.PersonId, cancellation)
            ?? throw new VendorException("directory", "StarterGone", "The person who started the run is no longer in the directory.", isRetryable: false);
        if (run.Undoes is { } undone)
        {
            var origin = await approved.OfAsync(undone, cancellation);
            return number => undos.ReadAsync(run, origin, starter, number, cancellation);
        }

        var runbook = library.Find(run.RunbookId) ?? throw new InvalidOperationException($"There is no runbook '{run.RunbookId}'.");
        return text => reader.ReadAsync(run, runbook, starter, text, cancellation);
    }

    /// <summary>The runbook of a run and its hash. An undo has those of the run that it undoes, as they were then.</summary>
    public async Task<(string Id, string Hash)> RunbookAsync(BulkRun run, CancellationToken cancellation)
    {
        if (run.Undoes is { } undone)
        {
            var origin = await approved.OfAsync(undone, cancellation);
            return (origin.RunbookId, origin.RunbookHash);
        }

        var runbook = library.Find(run.RunbookId) ?? throw new InvalidOperationException($"There is no runbook '{run.RunbookId}'.");
        return (runbook.Id, runbook.Hash);
    }
}
