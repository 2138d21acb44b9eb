namespace HelpDesk.Adapters.VerifiedId;

/// <summary>Settings of Entra Verified ID, section <c>VerifiedId</c>. No section = it is not offered.</summary>
public sealed class VerifiedIdOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "VerifiedId";

    /// <summary>Setting <c>VerifiedId:BaseUrl</c>: the request service. Default https://verifiedid.did.msidentity.com/v1.0; plain http only on this machine.</summary>
    public Uri BaseUrl { get; set; } = new("https://verifiedid.did.msidentity.com/v1.0");

    /// <summary>Setting <c>VerifiedId:Authority</c>: the organisation's own decentralized identifier, <c>did:web:...</c>; also the only accepted issuer. Required.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Setting <c>VerifiedId:LinkedDomain</c>: the domain that must be linked to the issuer, such as <c>https://contoso.com/</c>. Required.</summary>
    public string LinkedDomain { get; set; } = "";

    /// <summary>Setting <c>VerifiedId:CredentialType</c>. Default <c>VerifiedEmployee</c>.</summary>
    public string CredentialType { get; set; } = "VerifiedEmployee";

    /// <summary>Setting <c>VerifiedId:FaceMatch</c>: least confidence of the face check, 70 to 100. Default 80, chosen for few false matches.</summary>
    public int FaceMatch { get; set; } = 80;

    /// <summary>Setting <c>VerifiedId:ClientName</c>: what the wallet shows as the asker. Default <c>HelpDesk</c>.</summary>
    public string ClientName { get; set; } = "HelpDesk";

    /// <summary>Setting <c>VerifiedId:TenantId</c>, needed with <see cref="ClientSecret"/>.</summary>
    public string? TenantId { get; set; }

    /// <summary>Setting <c>VerifiedId:ClientId</c>: app registration with the role <c>VerifiableCredential.Create.PresentRequest</c>; without a secret, the user-assigned managed identity.</summary>
    public string? ClientId { get; set; }

    /// <summary>Setting <c>VerifiedId:ClientSecret</c>. Default none: the managed identity is used.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Setting <c>VerifiedId:Timeout</c>: longest one call may take, 1 second to 1 minute. Default 15 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
