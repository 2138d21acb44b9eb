namespace HelpDesk.Web.SignIn;

/// <summary>
/// The simulated people one can sign in as. A head registers it with the simulated tenant and never with a real one: with it
/// registered anybody who reaches the page is whoever they choose.
/// </summary>
public interface ISignInChoices
{
    /// <summary>People whose name, address or title holds the text; for an empty text a few suggestions of each role. At most 30.</summary>
    /// <param name="search">As typed. Untrusted.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<IReadOnlyList<SignInChoice>> FindAsync(string search, CancellationToken cancellation);

    /// <summary>The person of that object id, or null.</summary>
    Task<SignInChoice?> GetAsync(string objectId, CancellationToken cancellation);
}
