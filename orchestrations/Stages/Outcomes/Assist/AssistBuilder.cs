using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>
/// Makes of the facts what a technician does next. Every line comes from something that was read or done; nothing of the ticket's own text is in
/// it, and nothing in it names an id or a rule.
/// </summary>
public sealed class AssistBuilder(RunbookLibrary runbooks, RemediationCatalogue catalogue, IntentCatalogue intents)
{
    private const int Steps = 3;
    private const int MostDevices = 3;
    private const int MostLimits = 3;

    // A device that did not check in for so long gets no action in time.
    private static readonly TimeSpan LongSilence = TimeSpan.FromDays(7);

    private static readonly string[] Dangers = [.. IntentCatalogue.Threats, IntentCatalogue.SecurityReport];
    private static readonly string[] Requests = ["how-to", "software.install", "identity.group-access", "identity.app-access", "identity.licence", "identity.joiner", "identity.leaver", "identity.guest"];

    /// <summary>Makes it.</summary>
    /// <param name="record">The case.</param>
    /// <param name="input">Why a person gets it.</param>
    /// <param name="facts">What was read.</param>
    /// <param name="group">The group that handles it; null when none took it.</param>
    /// <param name="language">The technician's language.</param>
    public CaseAssist Make(CaseRecord record, EscalateCase.Input input, AssistFacts facts, string? group, string language)
    {
        var draftLanguage = record.Language ?? "en";
        return new CaseAssist(
            Diagnosis(record, facts, language), [.. Checked(record, facts, language)], [.. NextSteps(record, facts, language).DistinctBy(static step => step.Text, StringComparer.Ordinal).Take(Steps)],
            [.. facts.Similar.Select(similar => new SimilarCase(similar.CaseId, similar.Ticket.Number, EndOf(similar, language)))], group,
            [.. input.Findings.Where(static finding => finding.Outcome != VerdictOutcome.Allow).Select(static finding => finding.Reason).Distinct(StringComparer.Ordinal).Take(MostLimits)],
            language, Draft(record, group, draftLanguage), draftLanguage)
        { Devices = [.. (facts.Devices ?? []).Take(MostDevices).Select(static device => new AssistDevice(device.Id, DisplayText.Of(device.Name, "?")))] };
    }

    /// <summary>What was read, one line each.</summary>
    public IEnumerable<string> Checked(CaseRecord record, AssistFacts facts, string language)
    {
        if (record.RequesterId is null)
        {
            yield return AssistTexts.NotVerified.In(language);
            yield break;
        }

        yield return (facts.Standing switch { null => AssistTexts.NoAccount, { IsMember: false } => AssistTexts.Guest, { IsEnabled: false } => AssistTexts.Blocked, _ => AssistTexts.Allowed }).In(language);
        if (facts.SignIns is { } signIns)
            yield return SignIns(signIns, language);
        foreach (var line in Devices(facts.Devices, language))
            yield return line;
        foreach (var change in (facts.Changes ?? []).Take(MostDevices))
            yield return AssistTexts.Changed.Filled(language, DisplayText.Of(change.What, "?"), DisplayText.Of(change.By, "?"), Moment(change.At));
        foreach (var other in facts.Recent.Take(MostDevices))
            yield return AssistTexts.Before.Filled(language, other.Ticket.Number, $"{intents.Find(other.Intent)?.Title.In(language) ?? "?"}, {EndOf(other, language)}");
    }

    private static string SignIns(IReadOnlyList<SignInAttempt> signIns, string language)
    {
        if (signIns.Count == 0)
            return AssistTexts.NoSignIns.In(language);
        return signIns[0].IsGood
            ? AssistTexts.GoodSince.Filled(language, Moment(signIns[0].At))
            : AssistTexts.Failed.Filled(language, signIns.Count(static attempt => !attempt.IsGood).ToString(CultureInfo.InvariantCulture), SignInErrors.MeaningOf(signIns[0].ErrorCode, language));
    }

    private static IEnumerable<string> Devices(IReadOnlyList<Device>? devices, string language)
    {
        if (devices is null)
            return [AssistTexts.DevicesNotRead.In(language)];
        if (devices.Count == 0)
            return [AssistTexts.NoDevice.In(language)];
        return devices.OrderByDescending(static device => device.LastSyncAt).Take(MostDevices).Select(device => AssistTexts.Device.Filled(
            language, DisplayText.Of(device.Name, "?"), (device.IsCompliant ? AssistTexts.Compliant : AssistTexts.NotCompliant).In(language),
            device.LastSyncAt is { } last ? $"{Moment(last)} UTC" : AssistTexts.Never.In(language)));
    }

    private string Diagnosis(CaseRecord record, AssistFacts facts, string language)
    {
        if (record.Intent is not { } intent)
            return AssistTexts.NotClear.In(language);
        var title = intents.Find(intent)?.Title.In(language) ?? intent;
        var confidence = record.Confidence switch { >= 0.9 => AssistTexts.Sure, >= 0.6 => AssistTexts.Likely, _ => AssistTexts.Unsure };
        // The log of sign-ins says more than the ticket.
        var cause = facts.SignIns is [{ IsGood: false } last, ..] ? $", {SignInErrors.MeaningOf(last.ErrorCode, language)}" : "";
        return AssistTexts.Probably.Filled(language, $"{title}{cause}", confidence.In(language));
    }

    private IEnumerable<NextStep> NextSteps(CaseRecord record, AssistFacts facts, string language)
    {
        if (record.RequesterId is null)
            yield return new NextStep(AssistTexts.VerifyFirst.In(language), AssistTexts.FromPractice.In(language));
        if (facts.Standing is { IsEnabled: false })
            yield return new NextStep(SignInErrors.StepFor(50057, language), AssistTexts.FromEntra.In(language));
        if (facts.SignIns is [{ IsGood: false } last, ..])
            yield return new NextStep(SignInErrors.StepFor(last.ErrorCode, language), AssistTexts.FromSignIns.In(language));
        var runbook = record.RunbookId is { } id ? runbooks.Find(id) : null;
        foreach (var step in record.Steps.Where(static step => step.State is CaseStepState.Planned or CaseStepState.Skipped or CaseStepState.Failed))
            yield return new NextStep(AssistTexts.StepLeft.Filled(language, TitleOf(step, language)), AssistTexts.FromRunbook.Filled(language, runbook?.Title ?? "?"));
        if (record.Intent?.StartsWith("device.", StringComparison.Ordinal) == true)
        {
            foreach (var step in DeviceSteps(facts, language))
                yield return step;
        }

        foreach (var article in facts.Articles)
            yield return new NextStep(AssistTexts.ReadArticle.Filled(language, DisplayText.Of(article.Title, "?")), article.Number.Length > 0 ? article.Number : DisplayText.Of(article.Owner, AssistTexts.FromKnowledge.In(language)), article.Link);
        if (facts.Recent.FirstOrDefault(other => other.Intent is not null && other.Intent == record.Intent) is { } before)
            yield return new NextStep(AssistTexts.ReadBefore.Filled(language, before.Ticket.Number), before.Ticket.Number, before.TicketUrl);
        if (facts.Similar is [var like, ..])
            yield return new NextStep(AssistTexts.LikeSolved.Filled(language, like.Ticket.Number, EndOf(like, language)), like.Ticket.Number, like.TicketUrl);
        foreach (var text in new[] { AssistTexts.AskWhat, AssistTexts.AskWho, AssistTexts.TryTogether })
            yield return new NextStep(text.In(language), AssistTexts.FromPractice.In(language));
    }

    private static IEnumerable<NextStep> DeviceSteps(AssistFacts facts, string language)
    {
        foreach (var device in facts.Devices ?? [])
        {
            var name = DisplayText.Of(device.Name, "?");
            if (device.LastSyncAt is not { } last || facts.At - last > LongSilence)
                yield return new NextStep(AssistTexts.LetCheckIn.Filled(language, name), AssistTexts.FromIntune.In(language));
            else if (!device.IsCompliant)
                yield return new NextStep(AssistTexts.MakeCompliant.Filled(language, name), AssistTexts.FromIntune.In(language));
        }
    }

    private string Draft(CaseRecord record, string? group, string language)
    {
        var done = record.Steps.Where(static step => step.State is CaseStepState.Verified)
            .Select(step => catalogue.Describe(step.Remediation)?.Requester.In(language)).OfType<string>().Distinct(StringComparer.Ordinal);
        var asked = Dangers.Contains(record.Intent, StringComparer.Ordinal) ? AssistTexts.DraftDanger
            : Requests.Contains(record.Intent, StringComparer.Ordinal) ? AssistTexts.DraftRequest
            : AssistTexts.DraftProblem;
        return AssistTexts.Draft.Filled(
            language, DisplayText.Of(record.RequesterName, "").Split(' ')[0], record.Ticket.Number, string.Concat(done.Select(static sentence => $"{sentence} ")), asked.In(language),
            DisplayText.Of(group, "Service Desk"));
    }

    // By what was done and read back; only then by its state.
    private string EndOf(CaseRecord record, string language)
    {
        var done = record.Steps.Where(static step => step.State is CaseStepState.Verified).Select(step => TitleOf(step, language)).Distinct(StringComparer.Ordinal).ToList();
        return done.Count > 0
            ? string.Join(", ", done)
            : (record switch { { State: CaseState.Resolved, Path: CasePath.Nothing } => AssistTexts.NoChangeNeeded, { State: CaseState.Resolved } => AssistTexts.Solved, { State: CaseState.Escalated } => AssistTexts.WithPerson, _ => AssistTexts.StillOpen }).In(language);
    }

    private string TitleOf(CaseStep step, string language)
    {
        var title = catalogue.Describe(step.Remediation)?.Title ?? step.Remediation;
        return step.TargetName.Length == 0 ? title : AssistTexts.OnTarget.Filled(language, title, DisplayText.Of(step.TargetName, "?"));
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
