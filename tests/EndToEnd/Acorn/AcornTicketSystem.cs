using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.EndToEnd.Tests.Acorn;

/// <summary>Tickets of Acorn. It keeps each write under a key, so a repeated call needs no search.</summary>
internal sealed class AcornTicketSystem(IHttpClientFactory clients, IOptions<AcornOptions> options) : ITicketSystem
{
    public const string Id = "acorn";

    public string Name => Id;

    public static bool HasValidIds(TicketReference ticket) =>
        ticket.ExternalId.Length == 8 && ticket.ExternalId.All(char.IsAsciiHexDigit) && ticket.Number.StartsWith("ACN-", StringComparison.Ordinal) && ticket.Number[4..].All(char.IsAsciiDigit);

    public async Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"tickets/{externalId}", null, cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        var ticket = (await answer.Content.ReadFromJsonAsync<AcornTicket>(cancellation))!;
        return new Ticket(
            ReferenceOf(ticket), ticket.Title, ticket.Text, new TicketRequester(ticket.Mail, ticket.Mail, null, null), ticket.IsResolved ? TicketState.Resolved : TicketState.Open,
            ticket.Version, ticket.CreatedAt, ticket.CreatedAt, OpenedByUs: false, ticket.Team, new Uri($"https://acorn.example/t/{ticket.Number}"), []);
    }

    public Task<TicketRequester?> FindAuthorAsync(string authorUserId, CancellationToken cancellation) => Task.FromResult<TicketRequester?>(null);

    public Task CommentAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) => WriteAsync(externalId, "reply", text, idempotencyKey, cancellation);

    public Task NoteAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) => WriteAsync(externalId, "note", text, idempotencyKey, cancellation);

    public Task AssignAsync(string externalId, string group, string idempotencyKey, CancellationToken cancellation) => WriteAsync(externalId, "team", group, idempotencyKey, cancellation);

    public Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation) => WriteAsync(externalId, "resolve", notes, idempotencyKey, cancellation);

    public async IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"tickets?since={Uri.EscapeDataString(since.ToString("O"))}", null, cancellation);
        foreach (var ticket in (await answer.Content.ReadFromJsonAsync<List<AcornTicket>>(cancellation))!)
            yield return ReferenceOf(ticket);
    }

    private static TicketReference ReferenceOf(AcornTicket ticket) => new(Id, ticket.Id, ticket.Number);

    private async Task WriteAsync(string externalId, string kind, string text, string idempotencyKey, CancellationToken cancellation)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{idempotencyKey}")));
        using var answer = await SendAsync(HttpMethod.Put, $"tickets/{externalId}/writes/{key}", new AcornWrite(kind, text), cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, AcornWrite? write, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Id);
        using var request = new HttpRequestMessage(method, new Uri(new Uri(options.Value.Url), path)) { Content = write is null ? null : JsonContent.Create(write) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.Token);
        var answer = await client.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound
            ? answer
            : throw new VendorException(Id, $"{(int)answer.StatusCode}", $"Acorn answered {(int)answer.StatusCode}: check Acorn:Url and Acorn:Token.", (int)answer.StatusCode >= 500);
    }
}
