using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Some targets of a wave, so many at a time as approved. When one may not begin, or too many failed, nothing new begins.</summary>
public sealed class BulkBatchWorkflow : Workflow<BulkBatchWorkflow.Input, BulkBatchWorkflow.Result>
{
    /// <summary>How a run calls it.</summary>
    public static readonly WorkflowReference<Input, Result> Reference = Named<BulkBatchWorkflow>("bulk-batch");

    /// <summary>Targets of one batch; chosen so that its history stays at some hundred entries.</summary>
    internal const int Size = 100;

    /// <inheritdoc />
    public override async Task<Result> RunAsync(WorkflowContext context, Input input)
    {
        var (wave, all) = (input.Wave, input.All);
        var busy = new List<int>();
        var running = new List<Task<(int Number, AdmitBulkTarget.Result End)>>();
        (BulkEndKind Kind, string Why)? stop = null;
        var next = 0;
        while (true)
        {
            while (stop is null && next < input.Numbers.Count && running.Count < input.Limits.Parallel)
                running.Add(RunTargetAsync(context, input, input.Numbers[next++]));
            if (running.Count == 0)
                break;
            var first = await Task.WhenAny(running);
            running.Remove(first);
            var (number, end) = await first;
            if (end.Stop is { } kind)
            {
                stop ??= (kind, end.Why ?? "Nothing new may begin.");
                continue;
            }

            var state = end.Ended ?? BulkTargetState.Failed;
            (wave, all) = (wave.With(state), all.With(state));
            if (state == BulkTargetState.Busy)
                busy.Add(number);
            if (stop is null && FailureRate.WhyStop(wave, all, input.Limits, isWaveOver: false) is { } why)
                stop = (BulkEndKind.TooManyFailures, why);
            context.SetStatus(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{all.Ended} targets ended"));
        }

        return new Result(wave, all, busy, stop?.Kind, stop?.Why);
    }

    // Whatever becomes of one target, the others go on.
    private static async Task<(int Number, AdmitBulkTarget.Result End)> RunTargetAsync(WorkflowContext context, Input input, int number)
    {
        var target = new BulkTargetWorkflow.Input(input.CaseId, input.ApprovalId, number);
        try
        {
            return (number, await context.CallChildAsync(BulkTargetWorkflow.Reference, target));
        }
        catch (StepFailedException fault)
        {
            await context.CallAsync(EndBulkTarget.Reference, new EndBulkTarget.Input(target, BulkTargetState.Failed, fault.Message), RetryPolicy.Vendor);
            return (number, new AdmitBulkTarget.Result(null, 0, BulkTargetState.Failed));
        }
    }

    /// <summary>What <see cref="BulkBatchWorkflow"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="ApprovalId">Its approval.</param>
    /// <param name="Numbers">Which targets of the frozen list; at most 100.</param>
    /// <param name="Limits">How the run goes.</param>
    /// <param name="Wave">What ended in the wave so far.</param>
    /// <param name="All">What ended in the run so far.</param>
    public sealed record Input(CaseId CaseId, string ApprovalId, IReadOnlyList<int> Numbers, BulkLimits Limits, BulkTally Wave, BulkTally All);

    /// <summary>How a batch ended.</summary>
    /// <param name="Wave">What ended in the wave so far.</param>
    /// <param name="All">What ended in the run so far.</param>
    /// <param name="Busy">Targets that a ticket held.</param>
    /// <param name="Stop">How the run ends instead of going on; null when it goes on.</param>
    /// <param name="Why">Why it stops.</param>
    public sealed record Result(BulkTally Wave, BulkTally All, IReadOnlyList<int> Busy, BulkEndKind? Stop, string? Why);
}
