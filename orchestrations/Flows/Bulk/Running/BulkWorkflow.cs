using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>
/// A bulk remediation from the pasted list to the audit of its last target: look the list up, freeze it, let the operator read it, policy,
/// approval of exactly this list, waves. It stops by itself at a failure rate, waits for the hour's budget, and can be stopped.
/// </summary>
public sealed class BulkWorkflow : Workflow<BulkWorkflow.Input, BulkEnd>
{
    /// <summary>How it is started; the instance id is the case id.</summary>
    public static readonly WorkflowReference<Input, BulkEnd> Reference = Named<BulkWorkflow>("bulk");

    // Parts of the list that are looked up at the same time: a list of 500 takes a minute, and tickets go first anyway.
    private const int ReadTogether = 4;

    // An operator who started it in the morning has all day to read it.
    private static readonly TimeSpan ReviewWithin = TimeSpan.FromDays(1);

    // The end must be written in the end, however long the store is away.
    private static readonly RetryPolicy UntilItWorks = new(1_000_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(5));

    /// <inheritdoc />
    public override async Task<BulkEnd> RunAsync(WorkflowContext context, Input input)
    {
        BulkEnd end;
        try
        {
            end = await WorkAsync(context, input);
        }
        catch (StepFailedException fault)
        {
            end = new BulkEnd(fault.Code == FrozenLists.Changed ? BulkEndKind.ListChanged : BulkEndKind.Failed, $"'{fault.Step}' could not be done: {fault.Message}", BulkTally.Zero);
        }

        await context.CallAsync(EndBulk.Reference, new EndBulk.Input(input.CaseId, end), UntilItWorks);
        return end;
    }

    private static async Task<BulkEnd> WorkAsync(WorkflowContext context, Input input)
    {
        // 1. What the lines are, and what would be done: nothing is changed.
        context.SetStatus("Looking up the list");
        await context.CallAsync(OpenBulk.Reference, input, RetryPolicy.Vendor);
        foreach (var parts in Enumerable.Range(0, input.Parts).Chunk(ReadTogether))
            await Task.WhenAll(parts.Select(part => context.CallAsync(ReadBulkPart.Reference, new ReadBulkPart.Input(input.CaseId, part), RetryPolicy.Vendor)));

        // 2. From here on the list does not change any more.
        var frozen = await context.CallAsync(FreezeBulkList.Reference, new FreezeBulkList.Input(input.CaseId, input.Parts), RetryPolicy.Vendor);
        if (frozen.Plan is not { } plan)
            return new BulkEnd(BulkEndKind.NothingToDo, "No line of the list can be worked on.", BulkTally.Zero);
        context.SetStatus("Waiting for the operator");
        if (!await IsAskedAsync(context, input.CaseId))
            return new BulkEnd(BulkEndKind.Discarded, "The operator did not ask for the approval.", BulkTally.Zero);

        // 3. Whether it may be done at all, and who must agree to exactly this list.
        var decide = new DecideBulk.Input(plan);
        var verdict = await context.CallAsync(DecideBulk.Reference, decide, RetryPolicy.Vendor);
        if (verdict.Outcome != VerdictOutcome.NeedsApproval)
            return new BulkEnd(BulkEndKind.Refused, verdict.Outcome == VerdictOutcome.Refuse ? verdict.Why : "Policy did not ask for an approval, and a bulk run is never automatic.", BulkTally.Zero);
        context.SetStatus("Waiting for approval");
        var gate = await context.CallAsync(RequestApproval.Reference, new RequestApproval.Input(plan, verdict), RetryPolicy.Vendor);
        var decision = await ApprovalStage.WaitAsync(context, input.CaseId, gate);
        if (decision.State != ApprovalState.Approved)
            return NotApproved(decision);
        var again = await context.CallAsync(DecideBulk.Reference, decide, RetryPolicy.Vendor);
        if (again.Outcome == VerdictOutcome.Refuse)
            return new BulkEnd(BulkEndKind.Refused, again.Why, BulkTally.Zero);

        // 4. Wave by wave, each read back before the next begins.
        return await BulkWaves.RunAsync(context, input.CaseId, gate.ApprovalId, frozen);
    }

    private static async Task<bool> IsAskedAsync(WorkflowContext context, CaseId caseId)
    {
        var until = context.UtcNow + ReviewWithin;
        for (var wait = 1; ; wait++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"bulk-review-{wait}");
            var look = await context.CallAsync(PrepareBulkWait.Reference, new PrepareBulkWait.Input(caseId, next), RetryPolicy.Vendor);
            if (look.IsAsked || look.IsDiscarded || context.UtcNow >= until)
                return look.IsAsked;
            await context.WaitForEventAsync<Unit>(next, until);
        }
    }

    private static BulkEnd NotApproved(ApprovalStatus decision) => decision switch
    {
        { IsChanged: true } => new(BulkEndKind.ListChanged, ApprovalLabels.Tampered, BulkTally.Zero),
        { State: ApprovalState.Withdrawn } or { PersonWanted: true } => new(BulkEndKind.Stopped, "An operator stopped it before it was approved.", BulkTally.Zero),
        { State: ApprovalState.Denied } => new(BulkEndKind.Denied, "An approver denied the list.", BulkTally.Zero),
        _ => new(BulkEndKind.Expired, "No one approved the list in time, so it expired as denied.", BulkTally.Zero),
    };

    /// <summary>What <see cref="BulkWorkflow"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="Parts">Into how many parts its lines are cut.</param>
    public sealed record Input(CaseId CaseId, int Parts);
}
