using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Sending mail: accepted, and kept for the simulator's page.</summary>
internal sealed class Mail(GraphObjects objects, UserFinder users, GraphWrites writes, TimeProvider time) : IGraphPart
{
    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations =>
        new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal) { ["POST /users/{user-id}/sendMail"] = Send };

    private GraphAnswer Send(GraphRequest request)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Error(404, "ErrorInvalidUser", $"The requested user '{request.UserId}' is invalid.");
        if ((string?)user["mail"] is not { } from)
            return GraphAnswer.Error(404, "MailboxNotEnabledForRESTAPI", "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        var message = request.Body!["message"]!.AsObject();
        var to = (message["toRecipients"] as JsonArray ?? []).Select(recipient => (string?)recipient?["emailAddress"]?["address"]).OfType<string>().ToList();
        if (to.Count == 0)
            return GraphAnswer.Error(400, "ErrorInvalidRecipients", "At least one recipient is not valid.");

        var id = Guid.NewGuid().ToString();
        objects.Put(ObjectKind.Mail, id, new JsonObject
        {
            ["id"] = id,
            ["at"] = Moments.Text(time.GetUtcNow()),
            ["from"] = from,
            ["to"] = GraphSeeds.Texts(to),
            ["subject"] = (string?)message["subject"] ?? "",
            ["body"] = (string?)message["body"]?["content"] ?? "",
        });
        writes.Note(request, id);
        return new GraphAnswer(202);
    }
}
