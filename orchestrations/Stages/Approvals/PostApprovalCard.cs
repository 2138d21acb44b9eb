using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Points approvers to the page. With an escalation the fallback group may decide too.</summary>
public sealed class PostApprovalCard(
    ApprovalStore approvals, CaseContext contexts, CaseStore caseStore, RemediationCatalogue catalogue, PolicySet policy,
    IEnumerable<IApprovalChannel> channels, IOptions<HelpDeskOptions> options, TimeProvider time) : Activity<PostApprovalCard.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<PostApprovalCard>("post-approval-card");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var gate = await approvals.FindAsync(input.ApprovalId, cancellation);
        if (gate is not { State: ApprovalState.Open })
            return Unit.Value;
        if (input.Kind == ApprovalCardKind.Escalation)
            gate = await approvals.UpdateAsync(input.ApprovalId, before => before.EscalatedAt is null ? before with { EscalatedAt = time.GetUtcNow() } : before, cancellation);

        var card = await CardAsync(gate, input.Kind, cancellation);
        foreach (var channel in channels)
            await channel.PostAsync(card, cancellation);
        return Unit.Value;
    }

    private async Task<ApprovalCard> CardAsync(ApprovalRequest gate, ApprovalCardKind kind, CancellationToken cancellation)
    {
        var plan = await contexts.GetAsync<Plan>(gate.Plan, cancellation);
        var record = await caseStore.FindAsync(gate.CaseId, cancellation);
        var group = kind == ApprovalCardKind.Escalation ? gate.Requirement.FallbackGroup : gate.Requirement.ApproverGroup;
        var facts = new List<KeyValuePair<string, string>>
        {
            new("Ticket", record?.Ticket.Number ?? gate.CaseId),
            new("Asked by", record?.RequesterName ?? gate.RequesterId),
        };
        facts.AddRange(plan.Steps.Select((step, at) => new KeyValuePair<string, string>(
            string.Create(CultureInfo.InvariantCulture, $"Step {at + 1}"), $"{catalogue.Describe(step.Remediation)?.Title ?? step.Remediation}: {step.TargetName}")));
        facts.Add(new("Why you are asked", gate.Verdict.Why));

        return new ApprovalCard(
            kind,
            kind switch
            {
                ApprovalCardKind.Reminder => "Still waiting for your decision",
                ApprovalCardKind.Escalation => "Not decided yet: please decide",
                _ => "Approval needed",
            },
            facts,
            policy.Approvers.GetValueOrDefault(group)?.Title ?? group,
            options.Value.Page($"approvals/{Uri.EscapeDataString(gate.ApprovalId)}"),
            gate.ExpiresAt);
    }

    /// <summary>What <see cref="PostApprovalCard"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="ApprovalId">The approval.</param>
    /// <param name="Kind">Request, reminder or escalation.</param>
    public sealed record Input(string CaseId, string ApprovalId, ApprovalCardKind Kind);
}
