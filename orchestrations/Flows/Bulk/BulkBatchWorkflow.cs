using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Some targets of a wave, so many at a time as approved. When one may not begin, or too many failed, nothing new begins.</summary>
public sealed class BulkBatchWorkflow : Workflow<BulkBatchInput, BulkBatchEnd>
{
    /// <summary>How a run calls it.</summary>
    public static readonly WorkflowReference<BulkBatchInput, BulkBatchEnd> Reference = Named<BulkBatchWorkflow>("bulk-batch");

    /// <summary>Targets of one batch; chosen so that its history stays at some hundred entries.</summary>
    internal const int Size = 100;

    /// <inheritdoc />
    public override async Task<BulkBatchEnd> RunAsync(WorkflowContext context, BulkBatchInput input)
    {
        var (wave, all) = (input.Wave, input.All);
        var busy = new List<int>();
        var running = new List<Task<(int Number, BulkAdmission End)>>();
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

        return new BulkBatchEnd(wave, all, busy, stop?.Kind, stop?.Why);
    }

    // Whatever becomes of one target, the others go on.
    private static async Task<(int Number, BulkAdmission End)> RunTargetAsync(WorkflowContext context, BulkBatchInput input, int number)
    {
        var target = new BulkTargetInput(input.CaseId, input.ApprovalId, number);
        try
        {
            return (number, await context.CallChildAsync(BulkTargetWorkflow.Reference, target));
        }
        catch (StepFailedException fault)
        {
            await context.CallAsync(EndBulkTarget.Reference, new EndBulkTargetInput(target, BulkTargetState.Failed, fault.Message), RetryPolicy.Vendor);
            return (number, new BulkAdmission(null, 0, BulkTargetState.Failed));
        }
    }
}
