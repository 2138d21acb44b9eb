using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>
/// The text of a plan: what is stored, hashed and approved. It names each field itself, so that renaming a property changes no hash, and
/// leaves out what has no value, so that a field added later voids no plan that waits. Only a field whose meaning changes needs
/// <c>plan/2</c>; the writer of <c>plan/1</c> then stays for as long as such a plan can wait.
/// </summary>
internal sealed class PlanForm : JsonConverter<Plan>
{
    /// <summary>The form of new plans.</summary>
    public const string Current = "plan/1";

    /// <summary>The fields of a plan in the form in which it was written.</summary>
    /// <exception cref="JsonException">This release does not know the form.</exception>
    public static CanonicalObject FieldsOf(Plan plan) => plan.Version == Current ? First(plan) : throw Unknown(plan.Version);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Plan value, JsonSerializerOptions options) => writer.WriteRawValue(FieldsOf(value).ToString());

    /// <inheritdoc />
    public override Plan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var version = Text(root, "version");
        if (version != Current)
            throw Unknown(version);
        return new Plan
        {
            Version = version,
            CaseId = new CaseId(Text(root, "caseId")),
            RunbookId = Text(root, "runbookId"),
            RunbookHash = Text(root, "runbookHash"),
            Intent = Text(root, "intent"),
            RequesterId = new PersonId(Text(root, "requesterId")),
            SubjectId = new PersonId(Text(root, "subjectId")),
            Opening = root.TryGetProperty("opening", out var opening) ? OpeningOf(opening) : null,
            IsContainment = root.TryGetProperty("isContainment", out var containment) && containment.GetBoolean(),
            OperatorId = root.TryGetProperty("operatorId", out var operatorId) && operatorId.GetString() is { } by ? new PersonId(by) : null,
            Undoes = root.TryGetProperty("undoes", out var undoes) ? undoes.Deserialize<UndoOrigin>(options) : null,
            Steps = root.TryGetProperty("steps", out var steps) && steps.Deserialize<IReadOnlyList<PlanStep>>(options) is { } found ? found : throw new JsonException("The plan has no 'steps'."),
        };
    }

    private static CanonicalObject First(Plan plan) => CanonicalObject.Of(
        ("version", plan.Version),
        ("caseId", plan.CaseId),
        ("runbookId", plan.RunbookId),
        ("runbookHash", plan.RunbookHash),
        ("intent", plan.Intent),
        ("requesterId", plan.RequesterId),
        ("subjectId", plan.SubjectId),
        ("opening", plan.Opening is { } opening ? First(opening) : null),
        ("isContainment", plan.IsContainment ? true : null),
        ("operatorId", plan.OperatorId?.Value),
        ("undoes", plan.Undoes is { } origin ? First(origin) : null),
        ("steps", plan.Steps.Select(First)));

    private static CanonicalObject First(PlanOpening opening) => CanonicalObject.Of(
        ("openerIds", opening.OpenerIds), ("hasUnknownOpener", opening.HasUnknownOpener), ("channel", opening.Channel.ToString()));

    private static PlanOpening OpeningOf(JsonElement opening) => new(
        [.. opening.GetProperty("openerIds").EnumerateArray().Select(id => id.GetString() ?? "")],
        opening.GetProperty("hasUnknownOpener").GetBoolean(),
        Enum.TryParse<TicketChannel>(Text(opening, "channel"), out var channel) ? channel : throw new JsonException("The plan names a channel that this release does not know: another release wrote it. Deploy that release, or file the request anew."));

    private static CanonicalObject First(UndoOrigin origin) => CanonicalObject.Of(
        ("caseId", origin.CaseId),
        ("plan", CanonicalObject.Of(("caseId", origin.Plan.CaseId), ("kind", origin.Plan.Kind), ("version", origin.Plan.Version))),
        ("planHash", origin.PlanHash),
        ("reason", CanonicalJson.WellFormed(origin.Reason)));

    private static CanonicalObject First(PlanStep step) => CanonicalObject.Of(
        ("id", step.Id),
        ("remediation", step.Remediation),
        ("targetKind", NameOf(step.TargetKind)),
        ("targetId", step.TargetId),
        ("targetName", CanonicalJson.WellFormed(step.TargetName)),
        ("parameters", step.Parameters.ToDictionary(parameter => parameter.Key, parameter => CanonicalJson.WellFormed(parameter.Value), StringComparer.Ordinal)),
        ("priorState", step.PriorState),
        ("priorStateText", CanonicalJson.WellFormed(step.PriorStateText)),
        ("undoText", CanonicalJson.WellFormed(step.UndoText)),
        ("undone", step.Undone is { } undone ? First(undone) : null));

    private static CanonicalObject First(UndoneStep undone) => CanonicalObject.Of(
        ("stateAfter", undone.StateAfter), ("stateAfterText", CanonicalJson.WellFormed(undone.StateAfterText)), ("startedAt", undone.StartedAt));

    // What is neither has a hash too: policy refuses it by its own rule.
    private static string NameOf(TargetKind kind) => kind switch
    {
        TargetKind.User => "user",
        TargetKind.Device => "device",
        _ => kind.ToString("D"),
    };

    private static string Text(JsonElement plan, string name) =>
        plan.TryGetProperty(name, out var value) && value.GetString() is { } text ? text : throw new JsonException($"The plan has no '{name}'.");

    private static JsonException Unknown(string version) =>
        new($"The plan has the form '{version}', and this release knows '{Current}': another release wrote it. Deploy that release, or file the request anew.");
}
