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
public sealed class PostGateCard(
    ApprovalGates gates, CaseContext contexts, CaseJournal journal, RemediationCatalogue catalogue, PolicySet policy,
    IEnumerable<IApprovalChannel> channels, IOptions<HelpDeskOptions> options, TimeProvider time) : Activity<PostGateCardInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<PostGateCardInput, Unit> Reference = Named<PostGateCard>("post-gate-card");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, PostGateCardInput input)
    {
        var cancellation = context.Cancellation;
        var gate = await gates.FindAsync(input.GateId, cancellation);
        if (gate is not { State: GateState.Open })
            return Unit.Value;
        if (input.Kind == ApprovalCardKind.Escalation)
            gate = await gates.UpdateAsync(input.GateId, before => before.EscalatedAt is null ? before with { EscalatedAt = time.GetUtcNow() } : before, cancellation);

        var card = await CardAsync(gate, input.Kind, cancellation);
        foreach (var channel in channels)
            await channel.PostAsync(card, cancellation);
        return Unit.Value;
    }

    private async Task<ApprovalCard> CardAsync(ApprovalGate gate, ApprovalCardKind kind, CancellationToken cancellation)
    {
        var plan = await contexts.GetAsync<Plan>(gate.Plan, cancellation);
        var record = await journal.FindAsync(gate.CaseId, cancellation);
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
                ApprovalCardKind.Escalation => "Nobody has decided yet: please decide",
                _ => "Approval needed",
            },
            facts,
            policy.Approvers.GetValueOrDefault(group)?.Title ?? group,
            options.Value.Page($"approvals/{Uri.EscapeDataString(gate.GateId)}"),
            gate.ExpiresAt);
    }
}
