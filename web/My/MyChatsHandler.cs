using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>A person confirms, signed in, that an account of a chat is theirs. Opening the link does nothing.</summary>
public sealed class MyChatsHandler(AccountLinks links)
{
    /// <summary><c>GET /my/chats?t=...</c>: asks.</summary>
    public Task<IResult> ShowAsync(HttpContext http)
    {
        var (language, token) = (MyLanguage.Of(http), http.Query("t"));
        return Task.FromResult(links.Read(token) is var (channel, _)
            ? Page.Show<MyChatsPage, MyChatsModel>(http, new MyChatsModel(language, token, channel))
            : Page.Message(http, StatusCodes.Status404NotFound, MyTexts.BadLink.In(language), MyTexts.ConnectAgain.In(language)));
    }

    /// <summary><c>POST /my/chats</c>: confirms.</summary>
    public async Task<IResult> ConfirmAsync(HttpContext http)
    {
        var language = MyLanguage.Of(http);
        return await links.ConfirmAsync(http.Field("t"), PageRequest.ViewerOf(http).Person.ObjectId, http.RequestAborted) switch
        {
            AccountLinked.Done => Page.Message(http, StatusCodes.Status200OK, MyTexts.Connected.In(language), MyTexts.ConnectedText.In(language), "/my", MyTexts.Tickets.In(language)),
            AccountLinked.AnotherPerson => Page.Message(http, StatusCodes.Status403Forbidden, MyTexts.NotConnected.In(language), MyTexts.NotConnectedText.In(language)),
            _ => Page.Message(http, StatusCodes.Status404NotFound, MyTexts.BadLink.In(language), MyTexts.ConnectAgain.In(language)),
        };
    }
}

/// <summary>What the page asks.</summary>
/// <param name="Language">Two-letter language.</param>
/// <param name="Token">The link's token.</param>
/// <param name="Channel">Name of the channel.</param>
public sealed record MyChatsModel(string Language, string Token, string Channel);
