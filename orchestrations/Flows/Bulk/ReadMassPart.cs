using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Looks up some lines of the pasted list, makes their plans and keeps what became of each.</summary>
public sealed class ReadMassPart(MassRuns runs, MassReader reader, MassUndoReader undos, RunbookLibrary library, IDirectory directory, CaseContext contexts, FirstResult first) : Activity<ReadMassPartInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<ReadMassPartInput, Unit> Reference = Named<ReadMassPart>("read-mass-part");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, ReadMassPartInput input)
    {
        var cancellation = context.Cancellation;
        var key = MassPart.Key(input.CaseId, input.Part);
        if (await first.FindAsync<MassPart>(input.CaseId, key, cancellation) is null)
        {
            var run = await runs.GetAsync(input.CaseId, cancellation);
            var starter = await directory.GetPersonAsync(run.Started.PersonId, cancellation)
                ?? throw new VendorException("graph", "StarterGone", "Who started the run is no longer in the directory.", isRetryable: false);
            var lines = await contexts.GetAsync<MassLines>(run.Lines, cancellation);
            var read = new List<MassLine>();
            var readAsync = await ReaderAsync(run, starter, cancellation);
            foreach (var text in lines.Texts.Skip(input.Part * MassLines.PartSize).Take(MassLines.PartSize))
                read.Add(await readAsync(text));
            await first.KeepAsync(input.CaseId, key, new MassPart(read), cancellation);
        }

        await runs.UpdateAsync(
            input.CaseId, run => run with { LinesRead = Math.Min(run.LineCount, Math.Max(run.LinesRead, (input.Part + 1) * MassLines.PartSize)) }, cancellation);
        return Unit.Value;
    }

    private async Task<Func<string, Task<MassLine>>> ReaderAsync(MassRun run, Person starter, CancellationToken cancellation)
    {
        if (run.Undoes is not null)
        {
            var origin = await undos.OriginAsync(run, cancellation);
            return number => undos.ReadAsync(run, origin, starter, number, cancellation);
        }

        var runbook = library.Find(run.RunbookId) ?? throw new InvalidOperationException($"There is no runbook '{run.RunbookId}'.");
        return text => reader.ReadAsync(run, runbook, starter, text, cancellation);
    }
}
