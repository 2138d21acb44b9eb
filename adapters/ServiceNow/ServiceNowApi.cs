using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// The Table API: one request at a time, with a bearer token that is renewed once when refused. Values are stored values
/// (texts, times in UTC), references are plain sys_ids.
/// </summary>
internal sealed class ServiceNowApi(IHttpClientFactory clients, ServiceNowTokens tokens, TimeProvider time)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "servicenow";

    /// <summary>Name of the system.</summary>
    public const string System = "servicenow";

    /// <summary>One record, or null when there is none (or it is hidden by an ACL: both are 404). Nothing else is "none".</summary>
    /// <param name="table">The table.</param>
    /// <param name="sysId">The record.</param>
    /// <param name="fields">Names of the fields, <c>sys_id</c> among them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<JsonElement?> GetAsync(string table, string sysId, string fields, CancellationToken cancellation)
    {
        if (await SendAsync(HttpMethod.Get, Path(table, sysId, fields), null, cancellation) is not { } answer)
            return null;
        return answer.Body.Member("result") is { } row && row.TextOrNull("sys_id") is not null ? row : throw NoResult(table);
    }

    /// <summary>A page of the records of an encoded query, in its order.</summary>
    public async Task<ServiceNowPage> QueryAsync(
        string table, string query, string fields, int limit, int offset, CancellationToken cancellation)
    {
        var path = $"api/now/table/{table}?sysparm_query={Uri.EscapeDataString(query)}&sysparm_fields={fields}"
            + $"&sysparm_exclude_reference_link=true&sysparm_limit={limit}&sysparm_offset={offset}";
        if (await SendAsync(HttpMethod.Get, path, null, cancellation) is not { } answer || answer.Body.Member("result") is not { ValueKind: JsonValueKind.Array } result)
            throw NoResult(table);
        return new ServiceNowPage([.. result.EnumerateArray()], ServiceNowPage.IsFollowed(answer.Headers, offset, limit, result.GetArrayLength())) { Total = ServiceNowPage.TotalOf(answer.Headers) };
    }

    /// <summary>What another interface than the Table API answers (<c>result</c>), or null when there is none: no such object, or a plugin is not active.</summary>
    public async Task<JsonElement?> ReadAsync(string path, CancellationToken cancellation) =>
        await SendAsync(HttpMethod.Get, path, null, cancellation) is { } answer ? answer.Body.Member("result") : null;

    /// <summary>Changes fields of an incident.</summary>
    /// <exception cref="VendorException">Also when there is no such incident.</exception>
    public async Task PatchAsync(string sysId, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        _ = await SendAsync(HttpMethod.Patch, Path("incident", sysId, "sys_id,number,state"), JsonSerializer.SerializeToUtf8Bytes(fields), cancellation)
            ?? throw new VendorException(System, "404", $"ServiceNow has no incident {sysId}, or hides it: the integration user needs read and write access (role itil) to it.", isRetryable: false);
    }

    /// <summary>Adds a record.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">Its values.</param>
    /// <param name="fields">Names of the fields that are given back, <c>sys_id</c> among them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<JsonElement> PostAsync(string table, IReadOnlyDictionary<string, string> values, string fields, CancellationToken cancellation)
    {
        var path = $"api/now/table/{table}?sysparm_fields={fields}&sysparm_exclude_reference_link=true";
        return await SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(values), cancellation) is { } answer && answer.Body.Member("result") is { } row && row.TextOrNull("sys_id") is not null
            ? row
            : throw NoResult(table);
    }

    private static string Path(string table, string sysId, string fields) =>
        $"api/now/table/{table}/{sysId}?sysparm_fields={fields}&sysparm_exclude_reference_link=true";

    private static VendorException NoResult(string table) => new(
        System, "bad-answer", $"ServiceNow answered without a result for the table {table}: a proxy in between, or the integration user may not read it (role itil).", isRetryable: true);

    private async Task<(JsonElement Body, HttpResponseHeaders Headers)?> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var token = await tokens.GetAsync(cancellation);
            using var client = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            if (body is not null)
                request.Content = VendorCall.Json(body);
            using var response = await VendorCall.SendAsync(client, request, System, ServiceNowOptions.Section, cancellation);
            // A refused token has done nothing yet: asking again with a new one is safe for every method.
            if (response.StatusCode == HttpStatusCode.Unauthorized && attempt == 1)
            {
                await tokens.DropAsync(token, cancellation);
                continue;
            }

            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (!response.IsSuccessStatusCode)
                throw ServiceNowError.Of(response, bytes, time);
            var answer = LenientJson.Parse(bytes, System);
            // A transaction that the instance gave up answers 200 with an error, and with whatever it had so far.
            return answer.Member("error") is null ? (answer, response.Headers) : throw ServiceNowError.InAnswer(response, bytes, time);
        }
    }
}
