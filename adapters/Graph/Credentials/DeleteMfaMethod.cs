using System.Globalization;
using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>Deletes the second factors of one kind that a person had when the plan was made; one registered since then stays.</summary>
internal sealed class DeleteMfaMethod(GraphGateway graph, AccountReader accounts, MethodReader methods) : IRemediation
{
    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.delete-mfa-method",
        Title = "Delete second factor",
        Press = "Delete a second factor of {0}",
        Effect = "The person can no longer confirm sign-ins with the lost factor and must set up a new one.",
        Undo = "Cannot be undone: the person registers a new factor.",
        Requester = LocalizedText.Of(
            "The second factor was removed from your account.",
            "Der zweite Faktor wurde von Ihrem Konto entfernt.",
            "Se ha eliminado el segundo factor de su cuenta.",
            "Le second facteur a été supprimé de votre compte."),
        Preconditions =
        [
            "The account exists and is no guest.",
            "The method was registered when the plan was made.",
            "It is not the person's default method while others are left; Graph does not show which that is and refuses it.",
        ],
        Captures = "The ids of the methods of this kind.",
        Execution = "DELETE /users/{id}/authentication/{kind}/{id}, one call per method.",
        Verification = "GET /users/{id}/authentication/methods shows none of them.",
        NeverTouches = ["The password.", "Methods of another kind or registered later."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [MethodReader.Permission, "User.Read.All", .. MfaKind.All.Select(kind => kind.Permission)],
        Choice = new PermissionChoice("kind", MfaKind.All.ToDictionary(kind => kind.Name, kind => kind.Permission, StringComparer.Ordinal)),
        Parameters = ["kind"],
        TouchesCredentials = true,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        if (MfaKind.Find(target.Parameters.GetValueOrDefault("kind")) is not { } kind)
            return new CapturedState(new MfaState("", []).ToJson(), "The kind of factor is not known.", $"The kind must be one of: {string.Join(", ", MfaKind.All.Select(known => known.Name))}.");

        var ids = await methods.OfKindAsync(target.Id, kind, cancellation);
        var json = new MfaState(kind.Name, ids ?? []).ToJson();
        var text = ids is { Count: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $"{ids.Count} registered of the kind {kind.Title}.")
            : $"None registered of the kind {kind.Title}.";
        if (!CapturedState.Fits(json))
            return new CapturedState(new MfaState(kind.Name, []).ToJson(), text, "There are too many methods of this kind; a person must choose.");
        return new CapturedState(json, text, await RefusalAsync(target.Id, cancellation));
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await RefusalAsync(call.Step.TargetId, cancellation) is { } why)
            return Precondition.Refused(why);
        return (await LeftAsync(call, cancellation)).Count == 0
            ? Precondition.AlreadyDone("None of these methods is registered any more.")
            : Precondition.Ready;
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        var kind = MfaKind.Find(call.Step.Prior<MfaState>().Kind) ?? throw new InvalidOperationException($"The plan of {call.CaseId} names an unknown kind of factor.");
        var delete = new GraphOperation("delete the sign-in method", kind.Permission) { Identity = GraphIdentity.CredentialWrites, Answers = [400, 404] };
        var wanted = call.Step.Prior<MfaState>().MethodIds.Count;
        GraphReply<object>? done = null;
        GraphReply<object>? refused = null;

        // The default one cannot go before the others: what was refused in the first round is tried once more.
        for (var round = 1; round <= 2; round++)
        {
            refused = null;
            foreach (var id in await LeftAsync(call, cancellation))
            {
                var reply = await graph.DoAsync(delete, (client, stop) => kind.Delete(client, call.Step.TargetId, id, stop), cancellation);
                (done, refused) = reply.Status == 400 ? (done, reply) : (reply, refused);
            }

            if (refused is null)
                return new RemediationReceipt($"Deleted: {kind.Title}.", done?.RequestId, HadEffect: wanted > 0);
        }

        throw new VendorException(
            "graph", refused!.Code ?? "400",
            $"Graph refuses to delete the {kind.Title} (400 {refused.Code}): a person's default method cannot be deleted{(done is null ? "" : "; the others of this kind are deleted")}. Let the person choose another default, or remove it in the Entra admin centre.",
            isRetryable: false)
        { RequestId = refused.RequestId };
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var left = (await LeftAsync(call, cancellation)).Count;
        return left == 0
            ? new ReadBack(ReadBackOutcome.Verified, "None of these methods is registered any more.")
            : new ReadBack(ReadBackOutcome.Pending, string.Create(CultureInfo.InvariantCulture, $"{left} of these methods still registered."));
    }

    /// <inheritdoc />
    public Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation) =>
        Task.FromResult(new RemediationReceipt("Cannot be undone: the person registers a new factor.", null, HadEffect: false));

    private async Task<string?> RefusalAsync(string userId, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(userId, cancellation);
        return user is null ? Texts.AccountGone : AccountReader.IsGuest(user) ? Texts.Guest : null;
    }

    private async Task<IReadOnlyList<string>> LeftAsync(RemediationCall call, CancellationToken cancellation)
    {
        var state = call.Step.Prior<MfaState>();
        if (MfaKind.Find(state.Kind) is not { } kind)
            return [];
        var now = await methods.OfKindAsync(call.Step.TargetId, kind, cancellation) ?? [];
        return [.. now.Where(id => state.MethodIds.Contains(id, StringComparer.Ordinal))];
    }
}
