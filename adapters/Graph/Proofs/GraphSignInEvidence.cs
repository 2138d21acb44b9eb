using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Credentials;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Proofs;

/// <summary>What Entra says of how a person can sign in.</summary>
internal sealed class GraphSignInEvidence(GraphGateway graph, ContextPolicy contexts, MethodReader methods, TimeProvider time) : ISignInEvidence
{
    // A report, not live: what is older than a day is not known.
    private static readonly TimeSpan ReportAge = TimeSpan.FromDays(1);

    private static readonly GraphOperation Read = new("read whether the user can reset their password", "AuditLog.Read.All") { Answers = [404] };

    private static readonly GraphOperation ReadUser = new("read when the account was made", "User.Read.All") { Answers = [404] };
    private static readonly string[] CreatedField = ["id", "createdDateTime"];

    /// <inheritdoc />
    public async Task<string?> WhyNotStrongAsync(string context, PersonId personId, TimeSpan olderThan, CancellationToken cancellation)
    {
        if (!Guid.TryParse(personId, out _))
            return "The account is not in the directory.";
        if (await contexts.WhyNotAsync(context, personId, cancellation) is { } why)
            return why;
        var registered = await methods.StrongSinceAsync(personId, cancellation);
        if (registered.Count == 0)
            return "The account has no phishing-resistant method.";
        // Which of them was used is not told, so a single new one spoils all; one without a date may be new.
        return registered.Any(at => at is not { } known || time.GetUtcNow() - known < olderThan)
            ? string.Create(CultureInfo.InvariantCulture, $"A strong sign-in method was registered in the last {olderThan.TotalDays:0} days, or without a date, so a sign-in proves nothing.")
            : null;
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> CreatedAtAsync(PersonId personId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _)
            ? (await graph.ReadAsync<User>(ReadUser, (client, stop) => client.Users[personId].GetAsync(request => request.QueryParameters.Select = CreatedField, stop), cancellation)).Value?.CreatedDateTime
            : null;

    /// <inheritdoc />
    public async Task<bool> CanResetAsync(PersonId personId, CancellationToken cancellation)
    {
        if (!Guid.TryParse(personId, out _))
            return false;
        var reply = await graph.ReadAsync<UserRegistrationDetails>(
            Read, (client, stop) => client.Reports.AuthenticationMethods.UserRegistrationDetails[personId].GetAsync(cancellationToken: stop), cancellation);
        return reply.Value is { IsSsprCapable: true, UserType: SignInUserType.Member, LastUpdatedDateTime: { } updated } && time.GetUtcNow() - updated <= ReportAge;
    }
}
