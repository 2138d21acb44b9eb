using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Points the entitled people to the page.</summary>
public sealed class PostHandOverCard(
    HandOverRecords records, CaseStore caseStore, IDirectory directory, PolicySet policy, IEnumerable<IApprovalChannel> channels, IOptions<HelpDeskOptions> options)
    : Activity<PostHandOverCard.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<PostHandOverCard>("post-hand-over-card");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        if (await records.FindAsync(input.HandOverId, cancellation) is not { State: HandOverState.Open } handOver)
            return Unit.Value;
        var manager = handOver.Kind != SecretKind.TemporaryPass ? null : await directory.GetManagerAsync(handOver.SubjectId, cancellation);
        var group = policy.Approvers.GetValueOrDefault(options.Value.HandOverGroup)?.Title ?? options.Value.HandOverGroup;
        var record = await caseStore.FindAsync(input.CaseId, cancellation);
        var card = new ApprovalCard(
            ApprovalCardKind.HandOver,
            $"A {SecretLabels.NameOf(handOver.Kind)} waits to be handed over",
            Facts(handOver, record?.Ticket.Number ?? input.CaseId, manager is null ? group : $"{manager.DisplayName} or {group}"),
            manager?.DisplayName ?? group,
            options.Value.Page($"hand-overs/{Uri.EscapeDataString(handOver.HandOverId)}"),
            handOver.ExpiresAt);
        foreach (var channel in channels)
            await channel.PostAsync(card, cancellation);
        return Unit.Value;
    }

    private static List<KeyValuePair<string, string>> Facts(HandOver handOver, string ticket, string who)
    {
        var facts = new List<KeyValuePair<string, string>> { new("Ticket", ticket), new("For", handOver.SubjectName) };
        if (handOver.TargetName is { Length: > 0 } device)
            facts.Add(new("Device", device));
        facts.Add(new("Who may", who));
        return facts;
    }

    /// <summary>What <see cref="PostHandOverCard"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="HandOverId">The hand-over.</param>
    public sealed record Input(string CaseId, string HandOverId);
}
