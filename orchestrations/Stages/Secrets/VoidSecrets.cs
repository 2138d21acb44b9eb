using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Makes every secret of a case worthless: what waits is withdrawn, a pass that was shown is deleted. What only was read is named, because it must be changed by a person.</summary>
public sealed class VoidSecrets(HandOverRecords records, HandOverSources sources, CaseContext contexts, CaseStore caseStore, IAuditLog audit, TimeProvider time)
    : Activity<VoidSecrets.Input, VoidSecrets.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<VoidSecrets>("void-secrets");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        if (await caseStore.FindAsync(input.CaseId, cancellation) is not { Plan: { } reference })
            return new Result(0, []);
        var plan = await contexts.GetAsync<Plan>(reference, cancellation);
        var (deleted, left) = (0, new List<string>());
        foreach (var step in plan.Steps)
        {
            if (await records.FindAsync($"{input.CaseId}-{step.Id}", cancellation) is { } handOver)
                deleted += await VoidAsync(handOver, left, cancellation);
        }

        return new Result(deleted, left);
    }

    private async Task<int> VoidAsync(HandOver handOver, List<string> left, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (handOver is { State: HandOverState.Showing, ShowingSince: { } since } && now - since < HandOverService.BrokenOffAfter)
            throw new VendorException("helpdesk", "being-shown", "The secret is being shown right now.", isRetryable: true, HandOverService.BrokenOffAfter);
        var wasShown = handOver.State == HandOverState.Collected;
        await records.UpdateAsync(handOver.HandOverId, before => before.State == HandOverState.Open ? before with { State = HandOverState.Withdrawn } : before, cancellation);
        var deleted = await sources.Of(handOver.Kind).WithdrawSinceAsync(sources.RequestOf(handOver), handOver.OpenedAt, cancellation);
        if (wasShown && handOver.Kind != SecretKind.TemporaryPass)
            left.Add($"The {SecretLabels.NameOf(handOver.Kind)} of {handOver.TargetName ?? handOver.SubjectName} was shown to {handOver.CollectedByName}: change it.");
        await audit.AppendAsync(
            new AuditEvent(
                handOver.CaseId, $"{handOver.HandOverId}/voided", AuditKinds.HandOverWithdrawn, "helpdesk",
                $"The {SecretLabels.NameOf(handOver.Kind)} was withdrawn: the person said that the request was not theirs.",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["hand-over"] = handOver.HandOverId,
                    ["target"] = handOver.Opens(),
                    ["was-shown"] = wasShown ? "yes" : "no",
                    ["deleted"] = deleted.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }),
            cancellation);
        return deleted;
    }

    /// <summary>What <see cref="VoidSecrets"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    public sealed record Input(CaseId CaseId);

    /// <summary>What became of the secrets.</summary>
    /// <param name="Deleted">How many passes were deleted.</param>
    /// <param name="Left">What a person must still change, one sentence each.</param>
    public sealed record Result(int Deleted, IReadOnlyList<string> Left);
}
