namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>What people do in simulated ServiceNow, and how its tickets look.</summary>
internal sealed class ServiceNowActions(ServiceNowTables tables, ServiceNowIncidents incidents, TicketPeople people)
{
    private const string NewState = "1";
    private const string InProgress = "2";
    private const string Stranger = "guest";

    /// <summary>All tickets.</summary>
    public IEnumerable<ShownTicket> All => tables.Rows(ServiceNowTables.Incident).Select(Show);

    /// <summary>One ticket, by sys_id or number; null when there is none.</summary>
    public ShownTicket? Find(string id) => Row(id) is { } row ? Show(row) : null;

    /// <summary>A person files a ticket.</summary>
    public ShownTicket Create(NewTicket ticket)
    {
        var caller = people.Find(ticket.Requester);
        var opener = ticket.Opener is null ? caller : people.Find(ticket.Opener);
        return Show(incidents.Create(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["short_description"] = ticket.Title ?? "",
                ["description"] = ticket.Text ?? "",
                ["caller_id"] = caller?.ServiceNowId ?? "",
                ["contact_type"] = ticket.Channel ?? "self-service",
            },
            opener is null ? Stranger : TicketPeople.UserName(opener)));
    }

    /// <summary>A person comments; null when there is no such ticket.</summary>
    public ShownTicket? Comment(string id, NewComment comment) =>
        Change(id, comment.Author, new KeyValuePair<string, string>(comment.IsPublic ? "comments" : "work_notes", comment.Text ?? ""));

    /// <summary>The requester says it is not solved; null when there is no such ticket.</summary>
    public ShownTicket? Reopen(string id) => Change(id, null, new KeyValuePair<string, string>("state", InProgress));

    /// <summary>Somebody fills in who opened a ticket; null when there is no such ticket or person.</summary>
    public ShownTicket? SetOpener(string id, string? opener) => people.Find(opener) is { } person ? Change(id, null, new KeyValuePair<string, string>("opened_by", person.ServiceNowId)) : null;

    /// <summary>A person changes fields; null when there is no such ticket.</summary>
    public ShownTicket? Change(string id, TicketChange change)
    {
        (string Field, string? Value)[] fields =
        [
            ("short_description", change.Title), ("description", change.Text), ("state", change.State), ("correlation_id", change.CorrelationId),
            ("parent_incident", change.CausedBy is null ? null : Row(change.CausedBy)?.SysId ?? ""),
            ("assigned_to", change.AssignedTo is null ? null : people.Find(change.AssignedTo)?.ServiceNowId ?? ""),
            ("close_code", change.State == "6" ? change.CloseCode ?? "Solution provided" : null), ("close_notes", change.State == "6" ? change.CloseNotes ?? "Done by hand." : null),
        ];
        return Change(id, change.Author, [.. fields.Where(static field => field.Value is not null).Select(static field => new KeyValuePair<string, string>(field.Field, field.Value!))]);
    }

    private ShownTicket? Change(string id, string? author, params KeyValuePair<string, string>[] changes)
    {
        if (Row(id) is not { } row)
            return null;
        var person = people.Find(author ?? row["caller_id"]);
        var fields = new Dictionary<string, string>(changes, StringComparer.Ordinal);
        return Show(incidents.Update(row.SysId, fields, person is null ? Stranger : TicketPeople.UserName(person)) ?? row);
    }

    private ServiceNowRow? Row(string id) =>
        tables.Row(ServiceNowTables.Incident, id) ?? tables.Rows(ServiceNowTables.Incident).FirstOrDefault(row => row["number"] == id);

    private ShownTicket Show(ServiceNowRow row) => new(
        "servicenow",
        row.SysId,
        row["number"],
        row["short_description"],
        row["description"],
        people.Find(row["caller_id"])?.DisplayName,
        row["state"] switch { NewState => "New", InProgress => "In Progress", "3" => "On Hold", "6" => "Resolved", "7" => "Closed", "8" => "Canceled", var other => other },
        row["state"] is "6" or "7",
        row["assignment_group"].Length == 0 ? null : tables.Row("sys_user_group", row["assignment_group"])?["name"],
        row["close_code"].Length == 0 ? null : $"{row["close_code"]}: {row["close_notes"]}",
        row["sys_created_on"],
        row["sys_updated_on"],
        [.. tables.Entries(row.SysId).OrderBy(static entry => entry[ServiceNowTables.Sequence], StringComparer.Ordinal).Select(static entry => new ShownComment(
            entry["sys_created_by"], entry["element"] == "comments", entry["sys_created_by"] == SimulatedIntegration.ServiceNowUser, entry["value"], entry["sys_created_on"]))]);
}
