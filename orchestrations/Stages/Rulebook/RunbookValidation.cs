using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Planning.Conditions;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Checks what runbooks refer to: catalogue, intents, conditions, access catalogue, approvers.</summary>
internal sealed class RunbookValidation(
    RemediationCatalogue catalogue, IntentCatalogue intents, PolicySet policy, ConfigurationReport report)
{
    private const int MaxMessageLength = 1_000;

    private readonly ApproverValidation _approvers = new(policy, report);

    public void Check(IReadOnlyList<Runbook> runbooks)
    {
        foreach (var twice in runbooks.GroupBy(runbook => runbook.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            report.Add(twice.Last().File, 1, $"The id '{twice.Key}' is also that of {twice.First().File}.", "Give every runbook its own id.");

        var answeredBy = new Dictionary<string, Runbook>(StringComparer.Ordinal);
        foreach (var runbook in runbooks)
        {
            foreach (var intent in runbook.Intents)
                CheckIntent(runbook, intent, answeredBy);
            foreach (var step in runbook.Steps)
                CheckStep(runbook, step);
            foreach (var outcome in runbook.Outcome)
                CheckOutcome(runbook, outcome);
            CheckMessages(runbook);
        }
    }

    private void CheckIntent(Runbook runbook, string id, Dictionary<string, Runbook> answeredBy)
    {
        var intent = intents.Find(id);
        if (intent is null)
            report.Add(runbook.File, 1, $"There is no intent '{id}'.{Nearest.Hint(id, intents.Ids)}", "Use an intent id of docs/intents.md.");
        else if (!intent.IsRemediable)
            report.Add(runbook.File, 1, $"The intent '{id}' only informs or routes; no runbook may answer it.", "Remove it from 'intents'; the intent's 'route' says where it goes.");

        if (!answeredBy.TryAdd(id, runbook) && answeredBy[id] != runbook)
            report.Add(runbook.File, 1, $"The intent '{id}' is answered by {answeredBy[id].File} already.", "Let one runbook answer an intent.");
    }

    private void CheckStep(Runbook runbook, RunbookStep step)
    {
        void Fault(string what, string remedy) => report.Add(runbook.File, step.Line, what, remedy);

        foreach (var name in step.When)
        {
            if (RunbookConditions.Find(name) is not { } condition)
                Fault($"The step '{step.Id}' names an unknown condition '{name}'.{Nearest.Hint(name, RunbookConditions.All.Select(known => known.Name))}", $"Use one of: {string.Join(", ", RunbookConditions.All.Select(known => known.Name))}.");
            else if (condition.NeedsDevice && step.On == StepTarget.Subject)
                Fault($"The condition '{name}' reads a device, and the step '{step.Id}' acts on the account.", "Use a condition of the account or the ticket.");
            else if (condition.NeedsRisk && runbook.IsForBulk)
                Fault($"The condition '{name}' is not for a list: the risk of an account is read for one person at a time.", "Use another condition of the account.");
        }

        if (catalogue.Find(step.Do)?.Descriptor is not { } descriptor)
        {
            // Left out of every plan until it is switched on.
            if (catalogue.FindOff(step.Do) is { } off && step.IsOptional)
                return;
            if (catalogue.FindOff(step.Do) is { } needed)
                Fault($"The step '{step.Id}' needs '{step.Do}', which is off: {needed.Why}", "Switch it on, or write 'optional: yes'.");
            else if (step.Do.Length > 0)
                Fault($"There is no remediation '{step.Do}'.{Nearest.Hint(step.Do, catalogue.Descriptors.Select(known => known.Id))}", $"Use one of: {string.Join(", ", catalogue.Descriptors.Select(known => known.Id))}.");
            return;
        }

        var onAccount = step.On == StepTarget.Subject;
        if (onAccount != (descriptor.Target == TargetKind.User))
            Fault($"'{step.Do}' acts on a {(onAccount ? "device" : "user")}, and the step '{step.Id}' says 'on: {step.On.ToString().ToLowerInvariant()}'.", onAccount ? "Write 'on: device' or 'on: devices'." : "Write 'on: subject'.");
        if (runbook.IsForBulk && (descriptor.Reversibility == Reversibility.Irreversible || descriptor.TouchesCredentials || descriptor.IsHandOver))
            Fault($"'{step.Do}' is not for a whole list.", "Use remediations that can be undone and touch no proof of identity.");
        if (runbook.IsForBulk && step.On == StepTarget.Device)
            Fault($"The step '{step.Id}' acts on one device, and a list names people or devices.", "Write 'on: devices'.");
        if (step.Contain && runbook.IsForBulk)
            Fault($"The step '{step.Id}' contains, and a list is not done at once.", "Remove 'contain'.");
        if (step.Contain && (!descriptor.MayContain || step.With.ContainsKey("expiresAfter")))
            Fault($"'{step.Do}' does not contain a threat in a way that can be undone.", $"Remove 'contain', or use one of: {string.Join(", ", catalogue.Descriptors.Where(known => known.MayContain).Select(known => known.Id))}.");
        CheckParameters(step, descriptor, Fault);
        _approvers.Check(runbook, step, descriptor);
    }

    private void CheckParameters(RunbookStep step, RemediationDescriptor descriptor, Action<string, string> fault)
    {
        foreach (var name in descriptor.Parameters.Where(name => !step.With.ContainsKey(name) && !IsOptional(name)))
            fault($"The step '{step.Id}' ({step.Do}) gives no '{name}'.", $"Add '{name}: ...' under 'with:'.");
        foreach (var (name, value) in step.With)
        {
            if (!descriptor.Parameters.Contains(name, StringComparer.Ordinal))
                fault($"'{step.Do}' takes no '{name}'.{Nearest.Hint(name, descriptor.Parameters)}", descriptor.Parameters.Count == 0 ? "Remove 'with:'." : $"It takes: {string.Join(", ", descriptor.Parameters)}.");
            if (AccessReference.Parse(value) is { } reference)
                CheckReference(step, reference, fault);
        }
    }

    // An access that never expires is written by leaving the entry's expires-after out.
    private static bool IsOptional(string parameter) => parameter == "expiresAfter";

    private void CheckReference(RunbookStep step, AccessReference reference, Action<string, string> fault)
    {
        if (!AccessReference.Properties.Contains(reference.Property, StringComparer.Ordinal))
            fault($"The step '{step.Id}' refers to '{reference.Property}' of an access entry.", $"Refer to one of: {string.Join(", ", AccessReference.Properties)}.");
        else if (reference.Entry == AccessReference.Replaced && reference.Property != AccessReference.Sku)
            fault($"The step '{step.Id}' refers to the {reference.Property} of the replaced licence.", $"Write 'access.{AccessReference.Replaced}.{AccessReference.Sku}'.");
        else if (reference.Entry is not (AccessReference.Requested or AccessReference.Replaced) && policy.Access.Find(reference.Entry) is not { } entry)
            fault($"The step '{step.Id}' refers to '{reference.Entry}', which is not in policy/access.yaml.{Nearest.Hint(reference.Entry, policy.Access.Entries.Select(known => known.Id))}", $"Use '{AccessReference.Requested}', '{AccessReference.Replaced}' or an id of policy/access.yaml.");
        else if (reference.Entry is not (AccessReference.Requested or AccessReference.Replaced) && reference.Property != AccessReference.ExpiresAfter && reference.Of(policy.Access.Find(reference.Entry)!) is null)
            fault($"'{reference.Entry}' has no {reference.Property} in policy/access.yaml.", "Refer to what it has.");
    }

    private void CheckOutcome(Runbook runbook, RunbookOutcome outcome)
    {
        var names = OutcomeConditions.All.Select(known => known.Name).ToList();
        if (OutcomeConditions.Find(outcome.Condition) is not { } condition)
            report.Add(runbook.File, outcome.Line, $"'outcome' names an unknown condition '{outcome.Condition}'.{Nearest.Hint(outcome.Condition, names)}", $"Use one of: {string.Join(", ", names)}.");
        else if (condition.NeedsDevice && runbook.Steps.All(step => step.On == StepTarget.Subject))
            report.Add(runbook.File, outcome.Line, $"The outcome '{condition.Name}' reads a device, and no step acts on one.", "Add a step with 'on: device', or use a condition of the account.");
        else if (condition.Needs.Count > 0 && !runbook.Steps.Any(step => condition.Needs.Contains(step.Do, StringComparer.Ordinal)))
            report.Add(runbook.File, outcome.Line, $"The outcome '{condition.Name}' can never be true: no step of the runbook does {string.Join(" or ", condition.Needs)}.", "Add such a step, or remove the condition.");
    }

    private void CheckMessages(Runbook runbook)
    {
        foreach (var (name, text) in new[] { ("done", runbook.Tell.Done), ("waiting", runbook.Tell.Waiting), ("refused", runbook.Tell.Refused), ("escalated", runbook.Tell.Escalated) })
        {
            // Longer leaves no room for the sentence that an AI wrote it, within what a ticket comment shows without folding.
            foreach (var (language, words) in text.Texts.Where(words => words.Value.EnumerateRunes().Count() > MaxMessageLength))
                report.Add(runbook.File, 1, $"'tell.{name}' ({language}) is longer than {MaxMessageLength} characters.", "Shorten it.");
            if (text.Texts.Values.Any(words => words.Contains('{', StringComparison.Ordinal) || words.Contains('<', StringComparison.Ordinal)))
                report.Add(runbook.File, 1, $"'tell.{name}' holds a brace or an angle bracket.", "Write plain sentences: nothing is filled in.");
        }
    }
}
