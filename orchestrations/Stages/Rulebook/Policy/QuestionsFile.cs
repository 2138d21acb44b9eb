using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/questions.yaml</c>: what requesters are asked, and how they are asked whether it helped.</summary>
internal static class QuestionsFile
{
    private const int MostOffered = 6;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(200);

    private static readonly Dictionary<string, DayOfWeek> DayNames = Enum.GetValues<DayOfWeek>().ToDictionary(day => day.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["yes"] = true, ["no"] = false };

    public static QuestionRules Read(SectionReader reader, PolicyReferences known)
    {
        var rules = new QuestionRules { MostPerTicket = reader.Number("per-ticket", 0, 2, 2), Calendar = Calendar(reader.Section("working-time")) };
        if (reader.Duration("answer-within", TimeSpan.FromMinutes(15), Longest, required: false) is { } within)
            rules = rules with { AnswerWithin = within };
        if (reader.Duration("remind-after", TimeSpan.Zero, Longest, required: false) is { } remind)
            rules = rules with { RemindAfter = remind };
        if (rules.RemindAfter >= rules.AnswerWithin)
            reader.Fault(reader.LineOf("remind-after"), "'remind-after' is not earlier than 'answer-within'.", "Write a shorter time, or '0 hours' for no reminder.");

        var byKind = new Dictionary<string, QuestionRule>(StringComparer.Ordinal);
        foreach (var question in reader.Sections("ask", "question"))
        {
            var kind = question.Text("id");
            if (kind.Length > 0 && question.Known(question.LineOf("id"), "question", kind, QuestionKinds.All) && !byKind.TryAdd(kind, new QuestionRule(kind, Intents(question, "except", known))))
                question.Fault(question.Line, $"The question '{kind}' is there twice.", "Keep one of them.");
            question.End();
        }

        var offer = reader.Texts("offer");
        foreach (var intent in offer)
            reader.Known(intent.Line, "intent", intent.Value, known.IntentIds);
        if (offer.Count > MostOffered)
            reader.Fault(reader.LineOf("offer"), $"'offer' names more than {MostOffered} intents.", "Keep the likeliest: they must fit on the screen of a phone.");
        var narrower = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var wide in reader.Sections("narrower", "intent"))
        {
            var intent = wide.Text("intent");
            if (intent.Length > 0 && wide.Known(wide.LineOf("intent"), "intent", intent, known.IntentIds) && !narrower.TryAdd(intent, [.. Intents(wide, "offer", known).Take(MostOffered)]))
                wide.Fault(wide.Line, $"The intent '{intent}' is there twice.", "Keep one of them.");
            wide.End();
        }

        rules = rules with { Narrower = narrower, AnswerFor = Intents(reader, "answer-from-knowledge", known), ByKind = byKind, Offer = [.. offer.Select(intent => intent.Value).Take(MostOffered)], Feedback = Feedback(reader.Section("feedback")) };
        reader.End();
        return rules;
    }

    private static HashSet<string> Intents(SectionReader reader, string key, PolicyReferences known)
    {
        var intents = reader.Texts(key);
        foreach (var intent in intents)
            reader.Known(intent.Line, "intent", intent.Value, known.IntentIds);
        return [.. intents.Select(intent => intent.Value)];
    }

    private static FeedbackRules Feedback(SectionReader? reader)
    {
        var rules = new FeedbackRules();
        if (reader is null)
            return rules;
        rules = rules with { IsAsked = reader.Choice("ask", YesNo, required: false) ?? rules.IsAsked };
        if (reader.Duration("remind-after", TimeSpan.Zero, Longest, required: false) is { } remind)
            rules = rules with { RemindAfter = remind };
        if (reader.Duration("answer-within", TimeSpan.FromHours(1), Longest, required: false) is { } within)
            rules = rules with { AnswerWithin = within };
        if (reader.Duration("recontact-within", TimeSpan.FromDays(1), TimeSpan.FromDays(90), required: false) is { } recontact)
            rules = rules with { RecontactWithin = recontact };
        if (rules.RemindAfter >= rules.AnswerWithin)
            reader.Fault(reader.LineOf("remind-after"), "'remind-after' is not earlier than 'answer-within'.", "Write a shorter time, or '0 hours' for no reminder.");
        reader.End();
        return rules;
    }

    private static WorkCalendar Calendar(SectionReader? reader)
    {
        if (reader is null)
            return WorkCalendar.Default;
        var zone = Zone(reader);
        var days = reader.Texts("days");
        foreach (var day in days)
            reader.Known(day.Line, "day", day.Value, DayNames.Keys);
        if (days.Count == 0)
            reader.Fault(reader.Line, "'days' names no day of the week.", "Write 'days: [monday, tuesday, wednesday, thursday, friday]'.");
        var (from, until) = (Time(reader, "from"), Time(reader, "until"));
        if (from >= until)
            reader.Fault(reader.LineOf("until"), "'until' is not later than 'from'.", "Write the end of the working day, such as '18:00'.");
        var closed = new HashSet<DateOnly>();
        foreach (var day in reader.Texts("closed"))
        {
            if (DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                closed.Add(date);
            else
                reader.Fault(day.Line, $"'{day.Value}' is not a day.", "Write a day such as 2026-12-25.");
        }

        reader.End();
        return new WorkCalendar(zone, days.Select(day => DayNames.GetValueOrDefault(day.Value, DayOfWeek.Monday)).ToHashSet(), from, until, closed);
    }

    private static TimeZoneInfo Zone(SectionReader reader)
    {
        var name = reader.Text("time-zone");
        if (name.Length == 0)
            return TimeZoneInfo.Utc;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            reader.Fault(reader.LineOf("time-zone"), $"There is no time zone '{name}' on this machine.", "Write a name of the IANA time zone database, such as Europe/Berlin.");
            return TimeZoneInfo.Utc;
        }
    }

    private static TimeOnly Time(SectionReader reader, string key)
    {
        var text = reader.Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        if (text.Length > 0)
            reader.Fault(reader.LineOf(key), $"'{key}' is '{text}'.", "Write a time of day such as '08:00'.");
        return default;
    }
}
