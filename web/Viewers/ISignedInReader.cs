using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Viewers;

/// <summary>Finds out who is signed in, by proof that the request carries.</summary>
public interface ISignedInReader
{
    /// <summary>Who is signed in, or null. Also puts them into <c>HttpContext.User</c>, to which anti-forgery tokens are bound.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">What the proof is checked with cannot be reached.</exception>
    Task<SignedInPerson?> ReadAsync(HttpContext http);

    /// <summary>Ends the session of who is signed in: by themselves, or because their account may no longer act.</summary>
    Task EndAsync(HttpContext http, SignedInPerson person);
}
