using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Planning.Conditions;
using HelpDesk.Orchestrations.Stages.Planning.Devices;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Makes a plan of a runbook and resolved targets. Identifiers come from the directory and from the organisation's own files,
/// never from the ticket or the model (promise P2). What is in doubt gives no plan but a reason.
/// </summary>
public sealed class PlanBuilder(ParameterResolver parameters, RemediationCatalogue catalogue, IPermissionPreflight permissions)
{
    /// <summary>Most steps of a plan; chosen because an approver has to read them all.</summary>
    public const int MaxSteps = 20;

    // As many as fit on the screen of a phone.
    private const int MostOptions = 10;

    /// <summary>Makes the plan of a runbook. Reads prior state; changes nothing.</summary>
    /// <exception cref="VendorException">The prior state cannot be read now.</exception>
    public Task<PlanResult> BuildAsync(Runbook runbook, PlanRequest request, Person requester, PlanSubject subject, CancellationToken cancellation) =>
        BuildAsync(runbook, runbook.Steps, false, request, requester, subject, cancellation);

    /// <summary>Makes the plan of some steps of a runbook: those that are left when others were done already, or one that contains.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <param name="steps">The steps, in the runbook's order.</param>
    /// <param name="isContainment">True for the plan of a containment step.</param>
    /// <param name="request">What the ticket asks for.</param>
    /// <param name="requester">Who asks.</param>
    /// <param name="subject">Whose account and devices it is about.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The prior state cannot be read now.</exception>
    public async Task<PlanResult> BuildAsync(
        Runbook runbook, IReadOnlyList<RunbookStep> steps, bool isContainment, PlanRequest request, Person requester, PlanSubject subject, CancellationToken cancellation)
    {
        var (planned, leftOut, missing) = (new List<PlanStep>(), new List<LeftOutStep>(), new List<LeftOutStep>());
        var containing = new HashSet<string>(StringComparer.Ordinal);
        PlanQuestion? asked = null;
        var mayBeGone = false;
        foreach (var step in steps)
        {
            // Half a plan is none. What contains the threat is not withheld by it.
            if (!step.Contain && missing.Exists(one => !containing.Contains(one.Id)))
                continue;
            if (catalogue.FindOff(step.Do) is { } off)
            {
                leftOut.Add(new LeftOutStep(step.Id, step.Do, off.Why));
                continue;
            }

            var (targets, doubt, question) = TargetsOf(runbook, step, request, subject);
            if (step.Contain)
                containing.Add(step.Id);
            if (doubt is not null)
                (step.IsOptional ? leftOut : missing).Add(new LeftOutStep(step.Id, step.Do, doubt));
            asked ??= question;
            // Whoever writes that they left it somewhere may not know yet, or may have given it up: only they can say which.
            mayBeGone |= request.IsConfirmedLost != true && step.When.Contains(new TicketConfirmedLost().Name, StringComparer.Ordinal) && targets.Any(static target => target.Device?.IsComputer == true);

            for (var at = 0; at < targets.Count; at++)
            {
                var id = step.On == StepTarget.Devices ? $"{step.Id}-{at + 1}" : step.Id;
                if (step.Contain)
                    containing.Add(id);
                var facts = new ConditionFacts(request, requester, subject.Person, targets[at].Device, subject.Risk, parameters.ReplacedOf(request.AppHint, subject.Person).Count > 0);
                if (await PlanStepAsync(id, step, targets[at], facts, planned, leftOut, cancellation) is { } refusal)
                    missing.Add(new LeftOutStep(id, step.Do, refusal));
            }
        }

        if (missing.Exists(one => !containing.Contains(one.Id)))
            planned.RemoveAll(step => !containing.Contains(step.Id));
        if (planned.Count == 0 && missing.Count > 0)
            return PlanResult.None(missing[0].Reason, leftOut) with { Question = asked, Missing = missing };
        if (planned.Count == 0 && steps.Count < runbook.Steps.Count && !isContainment)
            // A computer cannot be locked from afar: only its wipe protects what is on it.
            return PlanResult.Nothing(leftOut) with { Question = mayBeGone ? new PlanQuestion(QuestionKinds.GoneForGood, []) : null };
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
            IsContainment = isContainment,
            Steps = planned,
        };
        return new PlanResult(plan, null, leftOut, missing.Count > 0 ? asked : null) { Missing = missing };
    }

    /// <summary>Why a step is not for a target by its conditions, or cannot be planned at all; null when it may be. Nothing is read.</summary>
    internal string? WhyNotOffered(RunbookStep step, PlanRequest request, Person requester, PlanSubject subject, Device? device)
    {
        if (catalogue.Find(step.Do) is null)
            return catalogue.FindOff(step.Do)?.Why ?? "The catalogue does not know this step any more.";
        var facts = new ConditionFacts(request, requester, subject.Person, device, subject.Risk, parameters.ReplacedOf(request.AppHint, subject.Person).Count > 0);
        return WhyNotTaken(step, facts) ?? parameters.Resolve(step.With, request.AppHint, subject.Person, request.AccessDoubt).Doubt;
    }

    private static (IReadOnlyList<StepTargetFound> Targets, string? Doubt, PlanQuestion? Question) TargetsOf(Runbook runbook, RunbookStep step, PlanRequest request, PlanSubject subject)
    {
        if (step.On == StepTarget.Subject)
            return ([new StepTargetFound(TargetKind.User, subject.Person.Id, subject.Person.DisplayName, null)], null, null);
        if (subject.NoDevices is { } unread)
            return ([], unread, null);

        var own = subject.Devices.Where(device => device.OwnerId == subject.Person.Id).OrderBy(device => device.Id, StringComparer.Ordinal).ToList();
        if (step.On == StepTarget.Devices)
            return own.Count == 0
                ? ([], "The person has no managed device.", null)
                : ([.. own.Select(StepTargetFound.Of)], null, null);

        if (request.DeviceId is { } chosen && own.Find(device => device.Id == chosen) is { } answered)
            return ([StepTargetFound.Of(answered)], null, null);
        var choice = DeviceChoice.Of(own, request.Device, KindOf(runbook), request.CreatedAt);
        return choice.Device is { } device
            ? ([StepTargetFound.Of(device)], null, null)
            : ([], choice.Doubt, choice.Options.Count == 0 ? null : new PlanQuestion(QuestionKinds.WhichDevice, [.. choice.Options.Take(MostOptions).Select(option => new PlanOption(option.Id, DeviceChoice.Name(option), DeviceWords.Of(option.Form)))]));
    }

    // A runbook that does nothing to another kind of device is about this kind: nobody forgets the passcode of a laptop.
    private static DeviceForm KindOf(Runbook runbook)
    {
        var needed = runbook.Steps.Where(step => step is { On: StepTarget.Device, IsOptional: false }).ToList();
        bool All<T>()
            where T : IRunbookCondition, new() => needed.Count > 0 && needed.TrueForAll(step => step.When.Contains(new T().Name, StringComparer.Ordinal));
        return All<DeviceIsComputer>() ? DeviceForm.Computer : All<DeviceIsPhoneOrTablet>() ? DeviceForm.Mobile : DeviceForm.Unknown;
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
                planned.Add(new PlanStep(id, step.Do, target.Kind, new TargetId(target.Id), target.Name, resolved, captured.Json, captured.Text, captured.Undo));
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
