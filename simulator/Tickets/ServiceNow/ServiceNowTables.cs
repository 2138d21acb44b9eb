using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>The tables: incidents and journal are kept, users and groups are those of the simulated organisation.</summary>
internal sealed class ServiceNowTables(SimulatorStore store, TicketPeople people, TicketBehaviour behaviour, TimeProvider time)
{
    /// <summary>Name of the incident table.</summary>
    public const string Incident = "incident";

    /// <summary>Name of the table of comments and work notes.</summary>
    public const string Journal = "sys_journal_field";

    /// <summary>A field of our own that counts a table's rows.</summary>
    public const string Sequence = "x_sequence";

    /// <summary>The field of an entry that names its record.</summary>
    public const string Element = "element_id";

    private const string Users = "sys_user";
    private const string Groups = "sys_user_group";

    // Every ticket's entries are asked for many times, among those of ten thousand others.
    private readonly Lazy<ConcurrentDictionary<string, ConcurrentQueue<string>>> _entries = new(() =>
    {
        var entries = new ConcurrentDictionary<string, ConcurrentQueue<string>>(StringComparer.Ordinal);
        foreach (var entry in store.All<ServiceNowRow>(Kind(Journal)))
            entries.GetOrAdd(entry[Element], static _ => new()).Enqueue(entry.SysId);
        return entries;
    });

    /// <summary>True for a table that is simulated.</summary>
    public static bool Has(string table) => table is Incident or Journal or Users or Groups || ServiceNowKnowledgeTables.Has(table);

    /// <summary>Now, as ServiceNow writes it.</summary>
    public string Now => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Rows of a table.</summary>
    public IEnumerable<ServiceNowRow> Rows(string table) => table switch
    {
        Incident or Journal => store.All<ServiceNowRow>(Kind(table)),
        Users => people.All.Where(person => !behaviour.Of("servicenow").DeletedUsers.Contains(person.Mail, StringComparer.OrdinalIgnoreCase)).Select(static person => User(person.ServiceNowId, person.UserPrincipalName.Split('@')[0], person.Mail, person.DisplayName, ServiceNowKnowledgeTables.SysId($"department/{person.Department}")))
            .Concat(people.All.Where(person => behaviour.Of("servicenow").DoubleUsers.Contains(person.Mail, StringComparer.OrdinalIgnoreCase)).Select(static person => User($"d0d0{person.ServiceNowId[4..]}", $"{person.UserPrincipalName.Split('@')[0]}.2", person.Mail, person.DisplayName)))
            .Append(User(SimulatedIntegration.ServiceNowSysId, SimulatedIntegration.ServiceNowUser, SimulatedIntegration.Mail, SimulatedIntegration.DisplayName)),
        Groups => SupportGroups.Names.Select(static name => Row(SupportGroups.SysId(name), ("name", name), ("active", "true"), ("description", ""))),
        _ when ServiceNowKnowledgeTables.Has(table) => store.All<ServiceNowRow>(Kind(table)),
        _ => [],
    };

    /// <summary>Entries of the journal of one record, in no order.</summary>
    public IEnumerable<ServiceNowRow> Entries(string sysId) =>
        // One that was not kept in the end is still named.
        _entries.Value.GetValueOrDefault(sysId)?.Select(entry => store.Get<ServiceNowRow>(Kind(Journal), entry)).OfType<ServiceNowRow>() ?? [];

    /// <summary>One row; null when there is none.</summary>
    public ServiceNowRow? Row(string table, string sysId) => table is Incident or Journal || ServiceNowKnowledgeTables.Has(table)
        ? store.Get<ServiceNowRow>(Kind(table), sysId)
        : Rows(table).FirstOrDefault(row => row.SysId == sysId);

    /// <summary><c>sys_id</c> of the user of that name; empty when there is none.</summary>
    public string UserId(string userName) => Rows(Users).FirstOrDefault(row => row["user_name"] == userName)?.SysId ?? "";

    /// <summary>Keeps a row.</summary>
    public void Put(string table, ServiceNowRow row) => store.Put(Kind(table), row.SysId, row);

    /// <summary>Deletes a row.</summary>
    public bool Remove(string table, string sysId) => store.Remove<ServiceNowRow>(Kind(table), sysId);

    /// <summary>Changes a row while nobody else does.</summary>
    public ServiceNowRow? Update(string table, string sysId, Func<ServiceNowRow, ServiceNowRow> change) => store.Update(Kind(table), sysId, change);

    /// <summary>Does several changes as one.</summary>
    public T Together<T>(Func<T> changes) => store.Together(changes);

    /// <summary>A new sys_id.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Keeps a new incident under the next number.</summary>
    public ServiceNowRow AddIncident(IEnumerable<KeyValuePair<string, string>> values) => Together(() =>
    {
        var number = $"INC{10_023 + store.Count<ServiceNowRow>(Kind(Incident)):0000000}";
        var row = Row(NewId(), ("number", number), (Sequence, number)).With(values);
        Put(Incident, row);
        return row;
    });

    /// <summary>Keeps an entry of the journal.</summary>
    public void AddEntry(string sysId, string element, string text, string userName)
    {
        store.Together(() =>
        {
            var sequence = store.Count<ServiceNowRow>(Kind(Journal)).ToString("00000000", CultureInfo.InvariantCulture);
            var entry = Row(NewId(), (Element, sysId), ("element", element), ("name", Incident), ("value", text), ("sys_created_by", userName), ("sys_created_on", Now), (Sequence, sequence));
            _entries.Value.GetOrAdd(sysId, static _ => new()).Enqueue(entry.SysId);
            Put(Journal, entry);
        });
    }

    /// <summary>A row of fields.</summary>
    public static ServiceNowRow Row(string sysId, params (string Field, string Value)[] fields)
    {
        var values = fields.ToDictionary(static field => field.Field, static field => field.Value, StringComparer.Ordinal);
        values["sys_id"] = sysId;
        return new ServiceNowRow(sysId, values);
    }

    private static string Kind(string table) => $"servicenow.{table}";

    private static ServiceNowRow User(string sysId, string userName, string? mail, string name, string department = "") =>
        Row(sysId, ("user_name", userName), ("email", mail ?? ""), ("name", name), ("active", "true"), ("company", ""), ("department", department), ("location", ""));
}
