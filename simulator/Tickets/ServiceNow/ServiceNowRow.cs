namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>A record of a table. Every value is a text, as ServiceNow's Table API shows it.</summary>
/// <param name="SysId">32 hexadecimal digits.</param>
/// <param name="Values">All fields, <c>sys_id</c> among them.</param>
internal sealed record ServiceNowRow(string SysId, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A field; empty when it has none, as in ServiceNow.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>The record with other values.</summary>
    public ServiceNowRow With(IEnumerable<KeyValuePair<string, string>> changes)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var (field, value) in changes)
            values[field] = value;
        return new ServiceNowRow(SysId, values);
    }
}
