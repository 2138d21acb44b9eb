using System.Collections.Concurrent;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>Users and groups of the instance: who called, and which group a name means.</summary>
internal sealed class ServiceNowPeople(ServiceNowApi api, TicketReadBack readBack)
{
    private const string UsersHidden = "ServiceNow does not show the integration user the caller's record (sys_user): give it read access to sys_user, with the fields user_name, email and name.";
    private const string GroupsHidden = "ServiceNow does not show the integration user its groups (sys_user_group): give it read access.";
    private const int MostGroups = 1_000;
    private readonly ConcurrentDictionary<string, string> _groupNames = new(StringComparer.Ordinal);

    /// <summary>The caller by the instance's own user record; words in the ticket do not count.</summary>
    /// <returns>Null when the incident has no caller. Hidden details are null.</returns>
    public async Task<TicketRequester?> RequesterAsync(string callerId, CancellationToken cancellation)
    {
        if (!ServiceNowId.IsValid(callerId))
            return null;
        var user = await ReadAsync("sys_user", callerId, "sys_id,user_name,email,name", UsersHidden, cancellation);
        return user is { } known
            ? new TicketRequester(callerId, known.TextOrNull("email"), known.TextOrNull("user_name"), known.TextOrNull("name"))
            : new TicketRequester(callerId, null, null, null) { Hidden = UsersHidden };
    }

    /// <summary><c>sys_id</c> of the one active user with the person's mail address, else with their user name; null when there is none, or several.</summary>
    public async Task<string?> CallerAsync(TicketDraft draft, CancellationToken cancellation) =>
        await OneActiveAsync("email", draft.Address, cancellation) ?? await OneActiveAsync("user_name", draft.UserName, cancellation);

    /// <summary>Name of the person an incident is assigned to; null when it is nobody or our own user.</summary>
    /// <param name="userId">Of the incident; empty when it is nobody.</param>
    /// <param name="ours"><c>user_name</c> of the integration user.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<string?> AssigneeAsync(string userId, string ours, CancellationToken cancellation)
    {
        if (!ServiceNowId.IsValid(userId))
            return null;
        var user = await ReadAsync("sys_user", userId, "sys_id,user_name,name", UsersHidden, cancellation);
        return string.Equals(user?.Text("user_name"), ours, StringComparison.OrdinalIgnoreCase) ? null : user?.TextOrNull("name") ?? userId;
    }

    /// <summary>The user of that user name; without details when there is none, or it is hidden.</summary>
    public async Task<TicketRequester> ByUserNameAsync(string userName, CancellationToken cancellation)
    {
        // A user name with '^' would change the query.
        var found = userName.Contains('^', StringComparison.Ordinal) ? [] : (await api.QueryAsync("sys_user", $"user_name={userName}", "sys_id,user_name,email,name", 2, 0, cancellation)).Rows;
        return found.Count == 1
            ? new TicketRequester(found[0].Text("sys_id"), found[0].TextOrNull("email"), found[0].TextOrNull("user_name"), found[0].TextOrNull("name"))
            : new TicketRequester($"user_name:{userName}", null, userName, userName);
    }

    /// <summary>The user record of that user name; null when there is none, or it is hidden.</summary>
    public async Task<TicketRequester?> AuthorAsync(string userName, CancellationToken cancellation)
    {
        try
        {
            return await ByUserNameAsync(userName, cancellation) is var user && ServiceNowId.IsValid(user.SystemUserId) ? user : null;
        }
        catch (VendorException refusal) when (refusal.Code == "403")
        {
            readBack.Unreadable(ServiceNowApi.System, "sys_user", UsersHidden);
            return null;
        }
    }

    /// <summary>Name of a group; null when there is none.</summary>
    public async Task<string?> GroupNameAsync(string groupId, CancellationToken cancellation)
    {
        if (!ServiceNowId.IsValid(groupId))
            return null;
        if (_groupNames.TryGetValue(groupId, out var known))
            return known;
        var name = (await ReadAsync("sys_user_group", groupId, "sys_id,name", GroupsHidden, cancellation))?.TextOrNull("name");
        if (name is not null && _groupNames.Count < MostGroups)
            _groupNames[groupId] = name;
        return name;
    }

    /// <summary>sys_id of the group of that name.</summary>
    /// <exception cref="VendorException"><c>unknown-group</c>: none, or two of that name.</exception>
    public async Task<string> GroupIdAsync(string name, CancellationToken cancellation)
    {
        if (name.Contains('^', StringComparison.Ordinal))
            throw Unknown(name, "a name with '^' cannot be searched for");
        var found = (await api.QueryAsync("sys_user_group", $"name={name}^active=true", "sys_id,name", 2, 0, cancellation)).Rows;
        return found.Count switch
        {
            1 => found[0].Text("sys_id"),
            0 => throw Unknown(name, "there is none"),
            _ => throw Unknown(name, "there are several"),
        };
    }

    private async Task<string?> OneActiveAsync(string field, string? value, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Contains('^', StringComparison.Ordinal))
            return null;
        try
        {
            var found = (await api.QueryAsync("sys_user", $"{field}={value}^active=true", "sys_id,active", 2, 0, cancellation)).Rows;
            readBack.Readable(ServiceNowApi.System, "sys_user");
            return found.Count == 1 && ServiceNowId.IsValid(found[0].Text("sys_id")) ? found[0].Text("sys_id") : null;
        }
        catch (VendorException refusal) when (refusal.Code == "403")
        {
            readBack.Unreadable(ServiceNowApi.System, "sys_user", UsersHidden);
            return null;
        }
    }

    // What only describes the ticket does not keep it from being read.
    private async Task<JsonElement?> ReadAsync(string table, string id, string fields, string hidden, CancellationToken cancellation)
    {
        try
        {
            var row = await api.GetAsync(table, id, fields, cancellation);
            readBack.Readable(ServiceNowApi.System, table);
            return row;
        }
        catch (VendorException refusal) when (refusal.Code == "403")
        {
            readBack.Unreadable(ServiceNowApi.System, table, hidden);
            return null;
        }
    }

    private static VendorException Unknown(string name, string why) => new(
        ServiceNowApi.System, "unknown-group", $"ServiceNow has not exactly one active group named '{OutgoingText.Clean(name, 80)}' ({why}): correct the name in policy/routing.yaml, or create the group (sys_user_group).", isRetryable: false);
}
