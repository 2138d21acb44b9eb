using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// Comments and work notes of an incident, read from <c>sys_journal_field</c>: on the incident itself both are inputs that read
/// back empty.
/// </summary>
internal sealed class ServiceNowJournal(ServiceNowApi api, IOptions<ServiceNowOptions> options)
{
    private const string Table = "sys_journal_field";
    private const string Fields = "sys_id,element,value,sys_created_by,sys_created_on";
    private const int MostComments = 20;

    /// <summary>The newest entries of people, newest last, at most 20. Ours are left out.</summary>
    public async Task<IReadOnlyList<TicketComment>> OfPeopleAsync(string sysId, CancellationToken cancellation)
    {
        var query = $"element_id={sysId}^elementINcomments,work_notes^sys_created_by!={options.Value.IntegrationUserName}^ORDERBYDESCsys_created_on";
        var rows = await api.QueryAsync(Table, query, Fields, MostComments, 0, cancellation);
        return [.. rows.Rows
            .Select(static row => new TicketComment(
                row.Text("sys_id"),
                row.TextOrNull("sys_created_by"),
                row.Text("element") == "comments",
                row.Text("value"),
                ServiceNowTime.Read(row.Text("sys_created_on"))))
            .Reverse()];
    }

    /// <summary>True when we have written an entry with this mark.</summary>
    /// <param name="sysId">The incident.</param>
    /// <param name="element"><c>comments</c> or <c>work_notes</c>.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool> HasAsync(string sysId, string element, WriteMark mark, CancellationToken cancellation)
    {
        var query = $"element_id={sysId}^element={element}^sys_created_by={options.Value.IntegrationUserName}^valueLIKE{mark.Needle}";
        try
        {
            return (await api.QueryAsync(Table, query, "sys_id", 1, 0, cancellation)).Rows.Count > 0;
        }
        catch (VendorException refusal) when (refusal.Code == "403")
        {
            // What may not be read is not seen: the write goes on, and its read-back says so.
            return false;
        }
    }
}
