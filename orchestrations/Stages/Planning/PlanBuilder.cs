using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Planning.Conditions;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Makes a plan of a runbook and resolved targets. Identifiers come from the directory and from the organisation's own files,
/// never from the ticket or the model (promise P2). What is in doubt gives no plan but a reason.
/// </summary>
public sealed class PlanBuilder(RunbookLibrary library, ParameterResolver parameters, RemediationCatalogue catalogue, IPermissionPreflight permissions)
{
    /// <summary>Most steps of a plan; chosen because an approver has to read them all.</summary>
    public const int MaxSteps = 20;

    /// <summary>Makes the plan for a request of <paramref name="requester"/> about <paramref name="subject"/>. Reads prior state; changes nothing.</summary>
    /// <exception cref="VendorException">The prior state cannot be read now.</exception>
    public Task<PlanResult> BuildAsync(PlanRequest request, Person requester, PlanSubject subject, CancellationToken cancellation) =>
        library.ForIntent(request.Intent) is { } runbook
            ? BuildAsync(runbook, request, requester, subject, cancellation)
            : Task.FromResult(PlanResult.None($"There is no automation for '{request.Intent}'."));

    /// <summary>The same with a runbook that was chosen.</summary>
    /// <exception cref="VendorException">The prior state cannot be read now.</exception>
    public async Task<PlanResult> BuildAsync(Runbook runbook, PlanRequest request, Person requester, PlanSubject subject, CancellationToken cancellation)
    {
        var planned = new List<PlanStep>();
        var leftOut = new List<LeftOutStep>();
        foreach (var step in runbook.Steps)
        {
            if (catalogue.FindOff(step.Do) is { } off)
            {
                leftOut.Add(new LeftOutStep(step.Id, step.Do, off.Why));
                continue;
            }

            var (targets, doubt) = TargetsOf(step, request, subject);
            if (doubt is not null && !step.IsOptional)
                return PlanResult.None(doubt, leftOut);
            if (doubt is not null)
                leftOut.Add(new LeftOutStep(step.Id, step.Do, doubt));

            for (var at = 0; at < targets.Count; at++)
            {
                var id = step.On == StepTarget.Devices ? $"{step.Id}-{at + 1}" : step.Id;
                var facts = new ConditionFacts(request, requester, subject.Person, targets[at].Device, subject.Risk, parameters.ReplacedOf(request.AppHint, subject.Person).Count > 0);
                if (await PlanStepAsync(id, step, targets[at], facts, planned, leftOut, cancellation) is { } refusal)
                    return PlanResult.None(refusal, leftOut);
            }
        }

        if (planned.Count == 0)
            return PlanResult.None($"Every step of the runbook '{runbook.Title}' was left out: {string.Join(" ", leftOut.Select(step => step.Reason).Distinct(StringComparer.Ordinal))}", leftOut);
        if (planned.Count > MaxSteps)
            return PlanResult.None($"The plan would have {planned.Count} steps; more than {MaxSteps} are for a person to plan.", leftOut);

        var plan = new Plan
        {
            CaseId = request.CaseId,
            RunbookId = runbook.Id,
            RunbookHash = runbook.Hash,
            Intent = request.Intent,
            RequesterId = requester.Id,
            SubjectId = subject.Person.Id,
            Steps = planned,
        };
        return new PlanResult(plan, null, leftOut);
    }

    private static (IReadOnlyList<StepTargetFound> Targets, string? Doubt) TargetsOf(RunbookStep step, PlanRequest request, PlanSubject subject)
    {
        if (step.On == StepTarget.Subject)
            return ([new StepTargetFound(TargetKind.User, subject.Person.Id, subject.Person.DisplayName, null)], null);

        if (step.On == StepTarget.Devices)
        {
            var own = subject.Devices.Where(device => device.OwnerId == subject.Person.Id).OrderBy(device => device.Id, StringComparer.Ordinal).ToList();
            return own.Count == 0
                ? ([], "The person has no managed device.")
                : ([.. own.Select(StepTargetFound.Of)], null);
        }

        var choice = DeviceChoice.Of(subject, request.DeviceHint);
        return choice.Device is { } device ? ([StepTargetFound.Of(device)], null) : ([], choice.Doubt);
    }

    /// <returns>Why there can be no plan at all; null when the step was planned or left out.</returns>
    private async Task<string?> PlanStepAsync(
        string id, RunbookStep step, StepTargetFound target, ConditionFacts facts, List<PlanStep> planned, List<LeftOutStep> leftOut, CancellationToken cancellation)
    {
        if (WhyNotTaken(step, facts) is { } why)
        {
            leftOut.Add(new LeftOutStep(id, step.Do, why));
            return null;
        }

        var (resolved, doubt) = parameters.Resolve(step.With, facts.Request.AppHint, facts.Subject, facts.Request.AccessDoubt);
        var refusal = doubt;
        if (refusal is null)
        {
            var remediation = catalogue.Get(step.Do);
            var captured = await CaptureAsync(remediation, new RemediationTarget(target.Kind, target.Id, resolved), cancellation);
            if (captured.Refusal is null)
            {
                planned.Add(new PlanStep(id, step.Do, target.Kind, target.Id, target.Name, resolved, captured.Json, captured.Text, captured.Undo));
                return null;
            }

            refusal = $"\"{remediation.Descriptor.Title}\" cannot be done here: {captured.Refusal}";
        }

        if (!step.IsOptional)
            return refusal;
        leftOut.Add(new LeftOutStep(id, step.Do, refusal));
        return null;
    }

    // Permissions first: without one of them the prior state perhaps cannot be read either.
    private async Task<CapturedState> CaptureAsync(IRemediation remediation, RemediationTarget target, CancellationToken cancellation)
    {
        var missing = await permissions.MissingAsync(remediation.Descriptor.For(target.Parameters), cancellation);
        return missing.Count == 0
            ? await remediation.CaptureAsync(target, cancellation)
            : new CapturedState(
                "{}", "",
                $"this system lacks the permission {string.Join(", ", missing)}. A Privileged Role Administrator grants it with infra-bicep/scripts/graph-roles; it counts from the next token, at the latest after a restart.");
    }

    private static string? WhyNotTaken(RunbookStep step, ConditionFacts facts)
    {
        foreach (var name in step.When)
        {
            var condition = RunbookConditions.Find(name);
            switch (condition?.Evaluate(facts) ?? ConditionOutcome.Unknown)
            {
                case ConditionOutcome.Yes:
                    continue;
                case ConditionOutcome.No:
                    return $"Only done when {condition!.Meaning}, and that is not so.";
                default:
                    return $"Only done when {condition?.Meaning ?? name}, and it is not known whether that is so.";
            }
        }

        return null;
    }
}
