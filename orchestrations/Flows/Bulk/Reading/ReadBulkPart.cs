using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>Looks up some lines of the pasted list, makes their plans and keeps what became of each.</summary>
public sealed class ReadBulkPart(BulkRuns runs, BulkLineReader reader, CaseContext contexts, ActivityResults results) : Activity<ReadBulkPart.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<ReadBulkPart>("read-bulk-part");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var key = BulkPart.Key(input.CaseId, input.Part);
        if (await results.FindAsync<BulkPart>(input.CaseId, key, cancellation) is null)
        {
            var run = await runs.GetAsync(input.CaseId, cancellation);
            var lines = await contexts.GetAsync<BulkLines>(run.Lines, cancellation);
            var read = new List<BulkLine>();
            var readAsync = await reader.OfAsync(run, cancellation);
            foreach (var text in lines.Texts.Skip(input.Part * BulkLines.PartSize).Take(BulkLines.PartSize))
                read.Add(await readAsync(text));
            await results.KeepAsync(input.CaseId, key, new BulkPart(read), cancellation);
        }

        await runs.UpdateAsync(
            input.CaseId, run => run with { LinesRead = Math.Min(run.LineCount, Math.Max(run.LinesRead, (input.Part + 1) * BulkLines.PartSize)) }, cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="ReadBulkPart"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="Part">Which part of its lines, from 0.</param>
    public sealed record Input(CaseId CaseId, int Part);
}

/// <summary>What became of some lines of the pasted list, in their order.</summary>
/// <param name="Lines">The lines.</param>
public sealed record BulkPart(IReadOnlyList<BulkLine> Lines)
{
    /// <summary>The key under which the first result of a part is kept.</summary>
    internal static string Key(CaseId caseId, int part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{caseId}/part/{part}");
}
